using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Comparison;

/// <summary>The sample's two workbooks as a document, without rendering.</summary>
internal static class RealSample
{
    public const string Key = "hubei-2023";

    public static ITemplateSource Source { get; } = ShippedSets.Source;

    public static TemplateSet Set => ImportedSample.Wuhan.Set.Set;

    public static KeptTemplates Templates { get; } = KeptTemplates.Of(Source, Set);

    private static readonly Lazy<Document> Assembled = new(() => Disclose(Accounts, Templates));

    public static DepartmentAccounts Accounts => ImportedSample.Wuhan.Accounts;

    public static Document Document => Assembled.Value;

    /// <summary>The document of these accounts by these templates.</summary>
    public static Document Disclose(DepartmentAccounts accounts, KeptTemplates templates) => Pipeline.Run(
        accounts, [], templates == Templates ? ImportedSample.Wuhan.Set : new TemplateSetReader(templates).ReadCompiled(Key).Value!, null, CancellationToken.None).Document!;
}
