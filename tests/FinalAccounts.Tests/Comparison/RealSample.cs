using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Comparison;

/// <summary>The sample's two workbooks as a document, without rendering.</summary>
internal static class RealSample
{
    public const string Key = "hubei-2023";

    private static readonly Lazy<DepartmentAccounts> Imported = new(Import);

    private static readonly Lazy<Document> Assembled = new(() => Disclose(Accounts, Templates));

    public static ITemplateSource Source { get; } = new FolderTemplateSource(Repository.PathOf("templates"));

    public static TemplateSet Set { get; } = new TemplateSetReader(Source).Read(Key).Value!;

    public static KeptTemplates Templates { get; } = KeptTemplates.Of(Source, Set);

    public static DepartmentAccounts Accounts => Imported.Value;

    public static Document Document => Assembled.Value;

    /// <summary>The document of these accounts by these templates.</summary>
    public static Document Disclose(DepartmentAccounts? accounts, KeptTemplates? templates) => Pipeline.Run(
        accounts!, [], new TemplateSetReader(templates!).ReadCompiled(Key).Value!, null, CancellationToken.None).Document!;

    private static DepartmentAccounts Import() => Importer.Import(
        new ImportRequest { Tables = Load("公开表.xlsx"), Facts = Load("文字资料.xlsx") }, Set, CancellationToken.None).Value!;

    private static ImportFile Load(string name) => new(name, File.ReadAllBytes(Repository.PathOf("samples", "whdh-2023", name)));
}
