using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Samples;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>Documents to print, by name: the two samples, made-up units of each set ("hubei-2023/2"), and the renderers' own sample.</summary>
internal static class ConformingDocuments
{
    public const string Wuhan = "whdh-2023";
    public const string Shanghai = "shanghai-made-up";
    public const string EveryBlock = "every block";

    private static readonly Dictionary<string, string> SetOfSample = new() { [Wuhan] = "hubei-2023", [Shanghai] = "shanghai-2024" };
    private static readonly Dictionary<string, (Document Document, Theme Theme)> Made = [];

    public static (Document Document, Theme Theme) Read(string name)
    {
        lock (Made)
        {
            return Made.TryGetValue(name, out var made) ? made : Made[name] = Make(name);
        }
    }

    private static (Document Document, Theme Theme) Make(string name)
    {
        if (name == EveryBlock)
        {
            return (SampleDocument.Create(annexes: 2, draftNotice: "草稿，不得公开"), new Theme());
        }

        var key = SetOfSample.GetValueOrDefault(name) ?? name[..name.IndexOf('/', StringComparison.Ordinal)];
        var set = new TemplateSetReader(new FolderTemplateSource(Repository.PathOf("templates"))).ReadCompiled(key).Value!;
        var (accounts, findings) = SetOfSample.ContainsKey(name) ? Sample(name, set) : (Unit(set, int.Parse(name[(key.Length + 1)..])), []);
        return (Pipeline.Run(accounts, findings, set, null, CancellationToken.None).Document!, set.Set.Theme);
    }

    private static DepartmentAccounts Unit(CompiledSet set, int number) => SampleUnit.Create(set, UnitVariety.Batch(number + 1, 14).Last());

    private static (DepartmentAccounts Accounts, IReadOnlyList<Finding> Findings) Sample(string name, CompiledSet set)
    {
        ImportFile? Load(string file) => Repository.PathOf("samples", name, file) is var path && File.Exists(path) ? new(file, File.ReadAllBytes(path)) : null;
        var imported = Importer.Import(
            new ImportRequest { Tables = Load("公开表.xlsx"), Facts = Load("文字资料.xlsx"), PriorTables = Load("上年公开表.xlsx") }, set.Set, CancellationToken.None);
        return (imported.Value!, imported.Findings);
    }
}
