using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Samples;
using FinalAccounts.Service.Reading;
using FinalAccounts.Service.Reviewing;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Reading;

/// <summary>Tables as other programs draw them: all are found, with every figure.</summary>
public sealed class ForeignShapeTests
{
    private static readonly FolderTemplateSource Templates = new(Repository.PathOf("templates"));
    private static readonly CompiledSet Set = new TemplateSetReader(Templates).ReadCompiled("hubei-2023").Value!;
    private static readonly DepartmentAccounts Accounts = SampleUnit.Create(Set, UnitVariety.Batch(1, 31).Single() with { Items = 24, Unit = MoneyUnit.TenThousandYuan, Funds = UnitFunds.All });
    private static readonly Document Written = Pipeline.Run(Accounts, [], Set, null, CancellationToken.None).Document!;

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
        using var readers = new FileReaders(new ReadingLimits());
        var file = await new AuditJob(Templates, readers) { Set = "hubei-2023", Year = 2023, Unit = Accounts.UnitName }
            .RunAsync("外单位.pdf", await ForeignPdf.Draw(Written, Shapes[shape]), _ => null, CancellationToken.None);

        var missing = Accounts.Tables.SelectMany(table => table.Value.Rows.SelectMany(row => row.Cells.Where(cell => cell.Value.Value is not (null or 0))
            .Where(cell => Math.Abs((file.Result!.Accounts.Tables.GetValueOrDefault(table.Key)?.Cell(row.Key, cell.Key).Value ?? 0) - Math.Round(cell.Value.Value!.Value / 10_000, 2, MidpointRounding.AwayFromZero) * 10_000) > 0.001m)
            .Select(cell => $"{table.Key} {row.Key} {row.Name} {cell.Key}: {cell.Value.Value}, read {file.Result!.Accounts.Tables.GetValueOrDefault(table.Key)?.Cell(row.Key, cell.Key).Value}"))).ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} figures\n{string.Join('\n', missing.Take(12))}\n{string.Join('\n', file.Findings.Where(finding => finding.Severity >= Severity.Warning).Take(12).Select(finding => $"{finding.Rule} {finding.Message}"))}");
    }
}
