using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Documents;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Assembly;

/// <summary>The sample, changed in one place at a time.</summary>
public sealed class AssemblerTests
{
    [Fact]
    public void AnUnknownPlaceholderIsReportedOnceAndStaysVisible()
    {
        var outline = Sample.Set.Outline with { Cover = new OutlineCover(["{年份}部门决算公开"], "{公开日期}", []) };
        var result = Assemble(Sample.Accounts, Sample.Set with { Outline = outline });
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("ASM-01", Severity.Error), (finding.Rule, finding.Severity));
        Assert.Contains("{年份}", finding.Message, StringComparison.Ordinal);
        Assert.Equal("{年份}部门决算公开", result.Value!.Blocks.OfType<Cover>().Single().TitleLines.Single());
    }

    [Fact]
    public void AMissingDateOfPublicationIsReported() =>
        Assert.Equal("ASM-02", Assert.Single(Assemble(WithFact("基本情况", "公开日期", null), Sample.Set).Findings).Rule);

    [Fact]
    public void AMissingTableIsReportedAndTheRestIsPrinted()
    {
        var accounts = Sample.Accounts with { Tables = Sample.Accounts.Tables.Where(pair => pair.Key != "表05").ToDictionary() };
        var result = Assemble(accounts, Sample.Set);
        Assert.Equal("数据里没有表05（一般公共预算财政拨款支出决算表），请导入", Assert.Single(result.Findings).Message);
        Assert.Equal(8, result.Value!.Blocks.OfType<Table>().Count(table => table.Kind == TableKind.Accounts));
    }

    [Fact]
    public void AMissingSectionIsReported()
    {
        var sections = Sample.Sections.Where(pair => pair.Key != "sections/收入.sbn").ToDictionary();
        var finding = Assert.Single(Assembler.Assemble(Sample.Accounts, Sample.Set, sections, Sample.Created).Findings);
        Assert.Equal(("ASM-07", "sections/收入.sbn"), (finding.Rule, finding.Places.Single().File));
    }

    [Fact]
    public void RowsAndColumnsThatTheFormDoesNotHaveAreReported()
    {
        var cells = new Dictionary<string, AccountsCell> { ["金额"] = new(1m, null), ["预算数"] = new(2m, null) };
        var result = Assemble(WithTable("表01", table => table with { Rows = [.. table.Rows, new AccountsRow("彩票收入", "九、彩票收入", cells)] }), Sample.Set);
        Assert.Equal(["ASM-04", "ASM-04"], result.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void AZeroIsBlankUnlessTheSetPrintsZeros()
    {
        var accounts = WithTable("表01", table => table with
        {
            Rows = [.. table.Rows.Where(row => row.Key != "事业收入"), new AccountsRow("事业收入", "", new Dictionary<string, AccountsCell> { ["金额"] = new(0m, null) })],
        });
        Assert.Equal("五、事业收入|5|", Cells(Assemble(accounts, Sample.Set), "事业收入"));
        Assert.Equal("五、事业收入|5|0.00", Cells(Assemble(accounts, Sample.Set with { Options = Sample.Set.Options with { PrintZeroCells = true } }), "事业收入"));
    }

    [Fact]
    public void ATotalOfNothingIsPrintedAndOneThatIsNotKnownStaysBlank()
    {
        Result<Document> WithTotal(decimal? total) => Assemble(WithTable("表03", table => table with
        {
            Rows = [new AccountsRow("合计", "", new Dictionary<string, AccountsCell> { ["本年支出合计"] = new(total, null), ["基本支出"] = new(total, null), ["项目支出"] = new(total, null) })],
        }), Sample.Set);
        string Printed(decimal? total) => string.Concat(WithTotal(total).Value!.Blocks.OfType<Table>().First(table => table.Id == "t03").Rows.Single(line => line.Key == "合计").Cells.Select(cell => DocumentText.Of(cell.Inlines)));
        Assert.EndsWith("0.000.000.00", Printed(0m));
        Assert.DoesNotContain("0.00", Printed(null));
    }

    [Fact]
    public void AnAmountBelowFiftyYuanIsPrintedAsZeroAndNotLeftOut()
    {
        var accounts = WithTable("表01", table => table with
        {
            Rows = [.. table.Rows.Where(row => row.Key != "事业收入"), new AccountsRow("事业收入", "", new Dictionary<string, AccountsCell> { ["金额"] = new(49.99m, null) })],
        });
        Assert.Equal("五、事业收入|5|0.00", Cells(Assemble(accounts, Sample.Set), "事业收入"));
    }

    [Fact]
    public void ChartsAreNumberedInTheOrderOfTheDocument()
    {
        var sections = Sample.Sections.ToDictionary();
        sections["sections/收入.sbn"] = [Chart("收入结构")];
        sections["sections/收入支出总体.sbn"] = [Chart("图9：总计变动"), Chart("甲")];
        var charts = Assembler.Assemble(Sample.Accounts, Sample.Set, sections, Sample.Created).Value!.Blocks.OfType<Chart>();
        Assert.Equal(["c1 图1：总计变动", "c2 图2：甲", "c3 图3：收入结构"], charts.Select(chart => $"{chart.Id} {chart.Caption}"));

        static Chart Chart(string caption) => new("x", ChartKind.Pie, caption, "万元", [], []);
    }

    [Fact]
    public void IndicatorsAndResultsOfUnknownProjectsAreReported()
    {
        var sheets = Sample.Accounts.Facts.Sheets.ToDictionary();
        sheets["项目绩效指标"] = sheets["项目绩效指标"] with { Records = [.. sheets["项目绩效指标"].Records, Record(("项目", "没有的项目"), ("三级指标", "x"))] };
        var result = Assemble(Sample.Accounts with { Facts = new Facts(sheets) }, Sample.Set);
        Assert.Contains("没有的项目", Assert.Single(result.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingScoreIsAnErrorAndNotABlank()
    {
        var finding = Assert.Single(Assemble(WithFact("整体自评表", "执行得分", null), Sample.Set).Findings);
        Assert.Equal(("ASM-05", Severity.Error), (finding.Rule, finding.Severity));
    }

    [Fact]
    public void APartWhoseTitleHasAPageOfItsOwnStartsItsTablesOnTheNext()
    {
        var parts = Sample.Set.Outline.Parts.Select((part, i) => i == 1 ? part with { TitlePage = true } : part).ToList();
        var document = Assemble(Sample.Accounts, Sample.Set with { Outline = Sample.Set.Outline with { Parts = parts } }).Value!;
        var sections = document.Sections.ToList();
        var titled = sections.FindIndex(section => section.Blocks.Any(block => block is Heading { Id: "p2" }));
        Assert.Equal("p2", Assert.IsType<Heading>(sections[titled].Blocks[^1]).Id);
        Assert.Equal(PageKind.Tables, sections[titled + 1].Page.Kind);
    }

    [Fact]
    public void TheDraftNoticeIsHandedOn() =>
        Assert.Equal("草稿", Assembler.Assemble(Sample.Accounts, Sample.Set, Sample.Sections, Sample.Created, "草稿").Value!.Metadata.DraftNotice);

    [Fact]
    public void CancellationStopsTheWork() => Assert.Throws<OperationCanceledException>(() =>
        Assembler.Assemble(Sample.Accounts, Sample.Set, Sample.Sections, Sample.Created, null, new CancellationToken(canceled: true)));

    private static Result<Document> Assemble(DepartmentAccounts accounts, TemplateSet set) =>
        Assembler.Assemble(accounts, set, Sample.Sections, Sample.Created);

    private static string Cells(Result<Document> result, string row)
    {
        var cells = result.Value!.Blocks.OfType<Table>().First(table => table.Id == "t01").Rows.Single(line => line.Key == row).Cells;
        return string.Join('|', cells.Take(3).Select(cell => DocumentText.Of(cell.Inlines)));
    }

    private static DepartmentAccounts WithTable(string key, Func<AccountsTable, AccountsTable> change)
    {
        var tables = Sample.Accounts.Tables.ToDictionary();
        var changed = change(tables[key]);
        tables[key] = new AccountsTable(changed.Key, changed.Unit, changed.Rows);
        return Sample.Accounts with { Tables = tables };
    }

    private static DepartmentAccounts WithFact(string sheet, string field, FactValue? value)
    {
        var sheets = Sample.Accounts.Facts.Sheets.ToDictionary();
        var values = sheets[sheet].Records[0].Values.ToDictionary();
        values.Remove(field);
        if (value is not null)
        {
            values.Add(field, value);
        }

        sheets[sheet] = sheets[sheet] with { Records = [new FactRecord(values)] };
        return Sample.Accounts with { Facts = new Facts(sheets) };
    }

    private static FactRecord Record(params (string Name, string Text)[] values) =>
        new(values.ToDictionary(value => value.Name, value => new FactValue((Place?)null) { Text = value.Text }));
}
