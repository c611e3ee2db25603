using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Hosting;

/// <summary>The sample that comes with the program, as a unit with an accepted import: something to look at after the first start.</summary>
internal sealed class SampleUnit(FinalAccountsDb db, Artifacts artifacts, ServiceOptions options, TimeProvider time)
{
    public const string Code = "whdh";
    private const string TemplateSet = "hubei-2023";

    public async Task LoadAsync(CancellationToken cancellation)
    {
        var folder = Path.Combine(options.Home, "samples", "whdh-2023");
        if (!Directory.Exists(folder) || new TemplateSetReader(new FolderTemplateSource(options.TemplateFolder)).ReadCompiled(TemplateSet).Value is not { } set)
        {
            return;
        }

        var files = new List<(ImportedFileKind Kind, ImportFile File)>
        {
            (ImportedFileKind.Tables, Read(folder, "公开表.xlsx")),
            (ImportedFileKind.Facts, Read(folder, "文字资料.xlsx")),
        };
        var imported = Importer.Import(new ImportRequest { Tables = files[0].File, Facts = files[1].File }, set.Set, cancellation);
        if (imported.Value is { } accounts)
        {
            await StoreAsync(accounts, Findings(imported, set, cancellation), files, cancellation);
        }
    }

    private async Task StoreAsync(
        Accounts.DepartmentAccounts accounts, IReadOnlyList<Finding> findings, List<(ImportedFileKind Kind, ImportFile File)> files, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        var import = new DataImport
        {
            Unit = new Unit { Code = Code, Name = accounts.UnitName, Level = UnitLevel.OwnLevel, TemplateSet = TemplateSet },
            Year = accounts.FiscalYear,
            Number = 1,
            State = ImportState.Accepted,
            Source = ImportSource.Upload,
            AccountsSha256 = await artifacts.PutAsync(AccountsJson.Write(accounts), cancellation),
            Findings = FindingsJson.Write(findings),
            Errors = findings.Count(finding => finding.Severity >= Severity.Error),
            ApprovedOn = accounts.Facts.Field(KnownFacts.Basics, KnownFacts.ApprovedOn)?.Day,
            By = "system",
            At = time.GetUtcNow(),
        };
        foreach (var (kind, file) in files)
        {
            var key = await artifacts.PutAsync(file.Content.ToArray(), cancellation);
            import.Files.Add(new ImportedFile { Kind = kind, Name = file.Name, Sha256 = key });
        }

        db.Imports.Add(import);
        db.Audit.Add(new AuditEntry { At = time.GetUtcNow(), By = "system", Action = "import.accepted", Subject = $"{Code} {accounts.FiscalYear}", Detail = "随程序提供的样例" });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static IReadOnlyList<Finding> Findings(Result<Accounts.DepartmentAccounts> imported, CompiledSet set, CancellationToken cancellation) =>
        Pipeline.Run(imported.Value!, imported.Findings, set, null, cancellation).Findings;

    private static ImportFile Read(string folder, string name) => new(name, File.ReadAllBytes(Path.Combine(folder, name)));
}
