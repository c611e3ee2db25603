using FinalAccounts.Accounts;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Import.Files;
using FinalAccounts.Import.Json;
using FinalAccounts.Import.Tables;
using FinalAccounts.Templates;

namespace FinalAccounts.Import;

/// <summary>The import stage: files into <see cref="DepartmentAccounts"/>, with everything there is to say about all of them at once. Rule codes IMP-01 … are listed in docs/import.md.</summary>
public static class Importer
{
    /// <summary>What is said of facts that came before the tables.</summary>
    internal const string NoTablesYet = "还没有公开表，不能公开。请提交公开表；已有的文字资料会沿用。";

    /// <summary>Reads all files of the request; there is no value when any of them could not be understood (Fatal findings).</summary>
    public static Result<DepartmentAccounts> Import(ImportRequest request, TemplateSet set, CancellationToken cancellation)
    {
        if (request.Json is { } json)
        {
            return AccountsJson.Read(json, set, request, cancellation);
        }

        if (request is { Tables: null, Facts: null })
        {
            return new Result<DepartmentAccounts>(null, [new Finding(Severity.Fatal, "IMP-08", "没有给出公开表工作簿。请指定公开表（xlsx 或 xls），或规范 JSON。", [])]);
        }

        var findings = new ImportFindings();
        var year = request.FiscalYear ?? set.FiscalYear;

        // The two workbooks know nothing of each other; what there is to say keeps its order.
        var tables = request.Tables;
        var reading = Task.Run(() => Stage(found => tables is null ? null : GridReader.Read(tables, found, cancellation)), CancellationToken.None);
        var (factGrids, aboutFacts) = request.Facts is { } factsFile ? Stage(found => GridReader.Read(factsFile, found, cancellation)) : (null, new ImportFindings());
        var (tableGrids, aboutTables) = reading.GetAwaiter().GetResult();
        if (tables is not null && tableGrids is not null && WorkbookKind.ReportMisplaced(tables, tableGrids, request.Facts, factGrids, set, findings))
        {
            return new Result<DepartmentAccounts>(null, findings.All);
        }

        var facts = request.Facts is null ? Facts.Empty : factGrids is null ? null : new FactsWorkbookReader(set.Facts, aboutFacts).Read(request.Facts.Name, factGrids, cancellation);
        var current = tables is null ? WithoutTables(findings) : tableGrids is null ? null : new AccountsWorkbookReader(set, request.UnitName, year, aboutTables).Read(tables.Name, tableGrids, cancellation);
        findings.Add(aboutFacts.All);
        findings.Add(aboutTables.All);
        var prior = Prior(request, set, request.UnitName ?? current?.UnitName, year - 1, findings, cancellation);
        if (current is not null && prior is not null)
        {
            PriorTablesCheck.Check(current.Tables, prior, year, tables?.Name ?? (request.PriorTables ?? request.PriorJson)!.Name, findings);
        }

        if (facts is not null)
        {
            FactsIdentity.Check(facts, current?.UnitName ?? request.UnitName, year, findings);
        }

        if (findings.AnyFatal || current is null || facts is null)
        {
            return new Result<DepartmentAccounts>(null, findings.All);
        }

        var unit = facts.Field(KnownFacts.Basics, KnownFacts.PublicName)?.Text ?? current.UnitName ?? request.UnitName;
        if (unit is null)
        {
            findings.Fatal("IMP-16", "公开表和文字资料里都没有单位名称。请在公开表里补上“部门：单位名称”一行。", new Place((tables ?? request.Facts!).Name));
            return new Result<DepartmentAccounts>(null, findings.All);
        }

        return new Result<DepartmentAccounts>(
            new DepartmentAccounts(unit, year, current.Tables, facts)
            {
                Prior = prior is null ? null : new DepartmentAccounts(unit, year - 1, prior, Facts.Empty),
            },
            findings.All);
    }

    // Facts can be filled in and kept before the tables are there; nothing is published without them.
    private static AccountsWorkbook WithoutTables(ImportFindings findings)
    {
        findings.Error("IMP-08", NoTablesYet);
        return new AccountsWorkbook(new Dictionary<string, AccountsTable>(), null, null);
    }

    // Of a file that says more than its tables, an audit's for instance, the tables count: what else was that year is this year's 文字资料 to say.
    private static IReadOnlyDictionary<string, AccountsTable>? Prior(ImportRequest request, TemplateSet set, string? unit, int year, ImportFindings findings, CancellationToken cancellation)
    {
        if (request.PriorJson is { } json)
        {
            var read = AccountsJson.Read(json, set, new ImportRequest { UnitName = unit, FiscalYear = year }, cancellation);
            findings.Add(read.Findings.Where(finding => finding.Severity == Severity.Fatal));
            return read.Value?.Tables;
        }

        if (request.PriorTables is not { } file)
        {
            return null;
        }

        var (tables, about) = Stage(found => GridReader.Read(file, found, cancellation) is { } grids
            ? new AccountsWorkbookReader(set, unit, year, found).Read(file.Name, grids, cancellation) : null);
        findings.Add(about.All);
        return tables?.Tables;
    }

    // Each file is judged by its own findings, so that a mistake in one does not hide those of the next.
    private static (T? Value, ImportFindings Findings) Stage<T>(Func<ImportFindings, T?> read) where T : class
    {
        var own = new ImportFindings();
        return (read(own), own);
    }
}
