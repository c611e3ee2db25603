using BenchmarkDotNet.Attributes;
using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Checks;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Narration;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Rendering.Word;

namespace FinalAccounts.Benchmarks;

/// <summary>Each stage by itself, on the sample and on made-up units of its size, ten and fifty times that: a hundred times is more than the 20,000 rows a sheet that the import takes.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private BenchmarkUnit unit = null!;
    private DepartmentAccounts accounts = null!;
    private IReadOnlyList<NarratedSection> sections = null!;
    private Document document = null!;

    /// <summary>The unit: the sample, or how many times its rows.</summary>
    [Params(BenchmarkUnit.Sample, "1", "10", "50")]
    public string Rows { get; set; } = "";

    /// <summary>Runs the stages once, so that each has its input.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        unit = BenchmarkUnit.Load(Rows);
        accounts = Import().Value ?? throw new InvalidDataException(string.Join('\n', Import().Findings.Select(finding => finding.Message)));
        sections = Narrate();
        document = Assemble().Value ?? throw new InvalidDataException("no document");
    }

    /// <summary>Workbooks to accounts.</summary>
    [Benchmark]
    public Result<DepartmentAccounts> Import() => Importer.Import(unit.Files, unit.Set.Set, CancellationToken.None);

    /// <summary>Accounts against the rules.</summary>
    [Benchmark]
    public int Check() => Checker.Check(unit.Set, accounts, CancellationToken.None).Count;

    /// <summary>Accounts to text.</summary>
    [Benchmark]
    public IReadOnlyList<NarratedSection> Narrate() => Narrator.Narrate(accounts, unit.Set, CancellationToken.None);

    /// <summary>Text and tables to a document.</summary>
    [Benchmark]
    public Result<Document> Assemble() => Assembler.Assemble(
        accounts, unit.Set.Set, sections.ToDictionary(section => section.File, section => section.Blocks),
        new DateTimeOffset(2024, 9, 29, 0, 0, 0, TimeSpan.FromHours(8)), null, CancellationToken.None);

    /// <summary>The document to Word.</summary>
    [Benchmark]
    public void Word() => WordRenderer.Render(document, unit.Set.Set.Theme, null, Stream.Null);

    /// <summary>The document to HTML.</summary>
    [Benchmark]
    public void Html() => HtmlRenderer.Render(document, unit.Set.Set.Theme, null, Stream.Null);

    /// <summary>The tables to Excel.</summary>
    [Benchmark]
    public void Excel() => ExcelRenderer.Render(document, Stream.Null);
}
