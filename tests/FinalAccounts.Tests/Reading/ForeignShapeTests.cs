using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Rendering.Typst.Worker;
using FinalAccounts.Samples;
using FinalAccounts.Service.Reading;
using FinalAccounts.Service.Reviewing;

namespace FinalAccounts.Tests.Reading;

/// <summary>Tables as other programs draw them: all are found, with every figure.</summary>
public sealed class ForeignShapeTests(ForeignPress press) : IClassFixture<ForeignPress>
{
    // Not when the runner asks for the names.
    private static readonly Lazy<DepartmentAccounts> Made = new(() => SampleUnit.Create(
        ShippedSets.Of("hubei-2023"), UnitVariety.Batch(1, 31).Single() with { Items = 24, Unit = MoneyUnit.TenThousandYuan, Funds = UnitFunds.All }));

    private static readonly Lazy<Document> Written = new(() => Pipeline.Run(Accounts, [], ShippedSets.Of("hubei-2023"), null, CancellationToken.None).Document!);

    private static DepartmentAccounts Accounts => Made.Value;

    public static TheoryData<string> Names => [.. Shapes.Keys];

    private static readonly Dictionary<string, PdfShape> Shapes = new()
    {
        ["all lines"] = new(),
        ["three lines"] = new(Upright: false, EachRow: false),
        ["level lines"] = new(Upright: false),
        ["no lines"] = new(Upright: false) { Bare = true },
        ["narrow, three lines"] = new(Upright: false, EachRow: false) { Narrow = true, RowsOfPage = 16 },
        ["narrow, no lines"] = new(Upright: false) { Bare = true, Narrow = true, RowsOfPage = 16 },
        ["sideways"] = new() { Sideways = true },
        ["sideways, three lines"] = new(Upright: false, EachRow: false) { Sideways = true },
        ["continued"] = new() { RowsOfPage = 9 },
        ["bold drawn twice"] = new() { DrawnTwice = true },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TablesOfEveryShapeAreFoundWithEveryFigure(string shape)
    {
        var file = await new AuditJob(ShippedSets.Source, press.Readers) { Set = "hubei-2023", Year = 2023, Unit = Accounts.UnitName }
            .RunAsync("外单位.pdf", await ForeignPdf.Draw(press.Worker, Written.Value, Shapes[shape]), _ => null, CancellationToken.None);

        var missing = Accounts.Tables.SelectMany(table => table.Value.Rows.SelectMany(row => row.Cells.Where(cell => cell.Value.Value is not (null or 0))
            .Where(cell => Math.Abs((file.Result!.Accounts.Tables.GetValueOrDefault(table.Key)?.Cell(row.Key, cell.Key).Value ?? 0) - Math.Round(cell.Value.Value!.Value / 10_000, 2, MidpointRounding.AwayFromZero) * 10_000) > 0.001m)
            .Select(cell => $"{table.Key} {row.Key} {row.Name} {cell.Key}: {cell.Value.Value}, read {file.Result!.Accounts.Tables.GetValueOrDefault(table.Key)?.Cell(row.Key, cell.Key).Value}"))).ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} figures\n{string.Join('\n', missing.Take(12))}\n{string.Join('\n', file.Findings.Where(finding => finding.Severity >= Severity.Warning).Take(12).Select(finding => $"{finding.Rule} {finding.Message}"))}");
    }
}

/// <summary>One typesetting worker that draws and one process that reads, one document after the other, as the service has them.</summary>
public sealed class ForeignPress : IAsyncLifetime
{
    internal FileReaders Readers { get; } = new(new ReadingLimits());

    internal WorkerProcess Worker { get; } = WorkerProcess.Start(NodeFile.Find(new PrintOptions().NodePath), NodeFile.Script);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        Readers.Dispose();
        await Worker.DisposeAsync();
    }
}
