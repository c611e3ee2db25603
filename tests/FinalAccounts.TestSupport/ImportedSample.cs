using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Import;

namespace FinalAccounts.TestSupport;

/// <summary>The workbooks of a folder of samples/, imported and made into a document once for all tests: nobody can change what was read.</summary>
public sealed class ImportedSample
{
    /// <summary>A real disclosure: its tables and facts, without last year's tables.</summary>
    public static readonly ImportedSample Wuhan = new("whdh-2023", "hubei-2023");

    /// <summary>A made-up unit with last year's tables.</summary>
    public static readonly ImportedSample Shanghai = new("shanghai-made-up", "shanghai-2024");

    private readonly string folder;
    private readonly string key;
    private readonly Lazy<Result<DepartmentAccounts>> read;
    private readonly Lazy<Disclosure> disclosure;

    private ImportedSample(string folder, string key)
    {
        (this.folder, this.key) = (folder, key);
        read = new(() => Importer.Import(Request, Set.Set, CancellationToken.None));
        disclosure = new(() => Pipeline.Run(Accounts, Findings, Set, null, CancellationToken.None));
    }

    /// <summary>The set that it is for.</summary>
    public CompiledSet Set => ShippedSets.Of(key);

    /// <summary>Its files as they are handed in.</summary>
    public ImportRequest Request => new() { Tables = File("公开表.xlsx"), Facts = File("文字资料.xlsx"), PriorTables = File("上年公开表.xlsx") };

    /// <summary>What was read.</summary>
    public DepartmentAccounts Accounts => read.Value.Value!;

    /// <summary>What the import said.</summary>
    public IReadOnlyList<Finding> Findings => read.Value.Findings;

    /// <summary>Its document with the findings of all stages.</summary>
    public Disclosure Disclosure => disclosure.Value;

    /// <summary>The sample in this folder.</summary>
    public static ImportedSample Of(string folder) => new[] { Wuhan, Shanghai }.Single(sample => sample.folder == folder);

    private ImportFile? File(string name) =>
        Repository.PathOf("samples", folder, name) is var path && System.IO.File.Exists(path) ? new ImportFile(name, System.IO.File.ReadAllBytes(path)) : null;
}
