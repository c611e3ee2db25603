using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Documents;
using FinalAccounts.Samples;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Assembly;

/// <summary>The transcribed disclosure whdh-2023, assembled with sections that only say their own name.</summary>
internal static class Sample
{
    private static readonly Lazy<DepartmentAccounts> LazyAccounts = new(() => SampleSource.Read(Path.Combine(Folder, "source"), Set));

    public static readonly DateTimeOffset Created = new(2024, 9, 29, 0, 0, 0, TimeSpan.FromHours(8));

    public static string Folder => Repository.PathOf("samples", "whdh-2023");

    public static TemplateSet Set => ImportedSample.Wuhan.Set.Set;

    public static DepartmentAccounts Accounts => LazyAccounts.Value;

    public static IReadOnlyDictionary<string, IReadOnlyList<Block>> Sections { get; } = Set.Sections.Keys
        .ToDictionary(file => file, file => (IReadOnlyList<Block>)[new Paragraph([new Text(Path.GetFileName(file))])]);

    public static Document Document { get; } = Assembler.Assemble(Accounts, Set, Sections, Created).Value!;
}
