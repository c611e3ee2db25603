using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.Corrections;
using FinalAccounts.Import.Json;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Templates;
using FinalAccounts.Tests.Import;

namespace FinalAccounts.Tests.Templates;

/// <summary>Tables whose cells are not money: counts, rates, words, dates, choices, and rows that are a list.</summary>
public sealed class ColumnKindTests
{
    private const string Counts = """
        key: 表10
        name: “三公”经费人员情况表
        title: "{年度}年度“三公”经费人员情况表"
        mark: 公开10表
        kind: fixed
        header: [[项目, 行次, 统计数]]
        blocks:
          - columns:
              - {key: 项目, role: name, width: 40}
              - {key: 行次, role: line, width: 8}
              - {key: 统计数, role: value, width: 20}
            rows:
              - {key: 公务接待费}
              - {key: 团组数, label: 因公出国（境）团组数（个）, kind: count, unit: 个}
              - {key: 保有量, label: 公务用车保有量（辆）, kind: count, unit: 辆}
              - {key: 执行率, kind: rate}
        """;

    private const string Projects = """
        key: 表10
        name: 项目支出明细表
        title: "{年度}年度项目支出明细表"
        mark: 公开10表
        kind: list
        total: last
        orientation: landscape
        columnNumbers: false
        header: [[序号, {text: 科目编码, columns: 3}, 项目名称, 主管处室, 类别, 批复日期, 数量, 金额, 执行率]]
        blocks:
          - columns:
              - {key: 序号, role: line, width: 6}
              - {key: 科目编码, role: code, width: 15, span: 3}
              - {key: 项目名称, role: name, width: 30}
              - {key: 主管处室, role: text, width: 20}
              - {key: 类别, role: text, kind: choice, options: [新增, 延续], width: 10}
              - {key: 批复日期, role: text, kind: date, width: 14}
              - {key: 数量, role: value, kind: count, unit: 台, width: 10}
              - {key: 金额, role: value, width: 14}
              - {key: 执行率, role: value, kind: rate, width: 10}
        emptyStatement: 本单位无项目支出。
        """;

    private const string ProjectsDrawing = """
        2023年度项目支出明细表|<|<|<|<|<|<|<|<|<|<
        部门：测试局（本级）||||||||||金额单位：元
        序号|科目编码|<|<|项目名称|主管处室|类别|批复日期|数量|金额|执行率
        1|2010302|<|<|信息化运维|办公室|延续|@45427|=1234|=1500000|%0.985
        2|2010302|<|<|信息化运维|财务处|新增|2023年5月|—|=500000.5|100%
        3|2010399|<|<|培训|^|新增||=2||
        ||||合　计|||||=2000000.5|
        注：本表反映项目支出情况。
        """;

    [Theory]
    [InlineData("元", "=14000000", 14_000_000)]
    [InlineData("万元", "=1400", 14_000_000)]
    public void ACountIsNeverDividedWhateverTheUnitOfMoney(string unit, string money, int yuan)
    {
        var set = Set(Counts);
        var accounts = Read(set, $"""
            2023年度“三公”经费人员情况表|<|<
            部门：测试局（本级）||金额单位：{unit}
            项目|行次|统计数
            公务接待费|1|{money}
            因公出国（境）团组数（个）|2|=3
            公务用车保有量（辆）|3|—
            执行率|4|97.5%
            """);

        var table = accounts.Tables["表10"];
        Assert.Equal([yuan, 3m, null, 0.975m], table.Rows.Select(row => row.Cell("统计数").Value));
        Assert.Equal("—", table.Cell("保有量", "统计数").Text);
        Assert.Equal(["1,400.00", "3", "—", "97.5%"], Printed(set, accounts).Rows.Select(row => DocumentText.Of(row.Cells[^1].Inlines)));
    }

    [Fact]
    public void AListKeepsItsRowsItsWordsAndItsSum()
    {
        var set = Set(Projects);
        var table = Read(set, ProjectsDrawing).Tables["表10"];

        Assert.Equal(["第1行 2010302 信息化运维", "第2行 2010302 信息化运维", "第3行 2010399 培训", "合计  合计"], table.Rows.Select(row => $"{row.Key} {row.Code} {row.Name}"));
        Assert.Equal(["办公室", "财务处", "财务处"], table.Rows.Take(3).Select(row => row.Cell("主管处室").Text));
        Assert.Equal(["延续", "新增", "新增"], table.Rows.Take(3).Select(row => row.Cell("类别").Text));
        Assert.Equal(["2024年5月15日", "2023年5月", null], table.Rows.Take(3).Select(row => row.Cell("批复日期").Text));
        Assert.Equal([1234m, null, 2m], table.Rows.Take(3).Select(row => row.Cell("数量").Value));
        Assert.Equal([1_500_000m, 500_000.5m, null, 2_000_000.5m], table.Rows.Select(row => row.Cell("金额").Value));
        Assert.Equal([0.985m, 1m, null], table.Rows.Take(3).Select(row => row.Cell("执行率").Value));
        Assert.False(table.IsEmpty);
    }

    [Fact]
    public void AListIsPrintedWithNumbersAndReadBackFromItsExcelSheet()
    {
        var set = Set(Projects);
        var accounts = Read(set, ProjectsDrawing);
        var printed = Printed(set, accounts);
        Assert.Equal(
            [
                "1|2010302|信息化运维|办公室|延续|2024年5月15日|1,234|150.00|98.5%",
                "2|2010302|信息化运维|财务处|新增|2023年5月|—|50.00|100%",
                "3|2010399|培训|财务处|新增||2||",
                "||合　计|||||200.00|",
            ],
            printed.Rows.Select(row => string.Join('|', row.Cells.Select(cell => DocumentText.Of(cell.Inlines)))));

        using var stream = new MemoryStream();
        ExcelRenderer.Render(Assembler.AssembleTables(accounts, set, DateTimeOffset.UnixEpoch).Value!, stream);
        var again = Import(set, new ImportFile("公开表.xlsx", stream.ToArray()));
        Assert.Equal(Text(accounts.Tables["表10"]), Text(again.Tables["表10"]));
    }

    [Fact]
    public void TheCanonicalFormAndCorrectionsCarryWords()
    {
        var set = Set(Projects);
        var accounts = Read(set, ProjectsDrawing);
        var read = AccountsJson.Read(new ImportFile("账.json", AccountsJson.Write(accounts)), set, CancellationToken.None);
        Assert.Equal("", ImportCase.Print(read.Findings));
        Assert.Equal(Text(accounts.Tables["表10"]), Text(read.Value!.Tables["表10"]));

        var corrected = CorrectionOverlay.Apply(
            accounts,
            [
                new CellCorrection("表10", "第1行", "主管处室", false, "办公室", "人事处", "甲", "写错"),
                new CellCorrection("表10", "第1行", "类别", false, "延续", "其他", "甲", "写错"),
            ],
            set);
        Assert.Equal("人事处", corrected.Accounts.Tables["表10"].Cell("第1行", "主管处室").Text);
        Assert.Equal(["COR-03"], corrected.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void FormulasAddUpTheRowsOfAList()
    {
        var set = CompiledSet.Compile(Set(Projects)).Value!;
        var accounts = Read(set.Set, ProjectsDrawing);
        var book = new MetricBook(set, accounts);
        decimal? Value(string formula) => book.Evaluate(set.Parse(formula, new Place("式")).Value!).Number;

        Assert.Equal(2_000_000.5m, Value("求和(表10[各行, 金额])"));
        Assert.Equal(2_000_000.5m, Value("表10[合计, 金额]"));
        Assert.Equal(3m, Value("计数(表10[各行])"));
        Assert.Null(set.Parse("表10[2010302, 金额]", new Place("式")).Value);
    }

    [Fact]
    public void WhatIsNoCountNoOptionAndNoDateIsReportedAtItsCell()
    {
        var set = Set(Projects);
        var result = Importer.Import(
            new ImportRequest
            {
                Tables = new XlsxBuilder().Sheet("公开10表", ProjectsDrawing.Replace("=1234", "=12.5", StringComparison.Ordinal).Replace("|延续|", "|其他|", StringComparison.Ordinal).Replace("2023年5月", "五月", StringComparison.Ordinal)).File(),
            },
            set, CancellationToken.None);
        Assert.Equal(["G4", "H5", "I4"], result.Findings.Where(finding => finding.Rule == "IMP-30").Select(finding => finding.Places[0].Cell).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnEmptyListSaysSo()
    {
        var set = Set(Projects);
        var accounts = Read(set, """
            2023年度项目支出明细表|<|<|<|<|<|<|<|<|<|<
            部门：测试局（本级）||||||||||金额单位：元
            序号|科目编码|<|<|项目名称|主管处室|类别|批复日期|数量|金额|执行率
            ||||无||||||
            """);
        Assert.True(accounts.Tables["表10"].IsEmpty);
        Assert.Equal("本单位无项目支出。", Assembler.AssembleTables(accounts, set, DateTimeOffset.UnixEpoch).Value!.Blocks.OfType<Paragraph>().Select(note => DocumentText.Of(note.Inlines)).Last());
    }

    internal static Table PrintedProjects() => Printed(Set(Projects), Read(Set(Projects), ProjectsDrawing));

    internal static Table PrintedCounts() => Printed(Set(Counts), Read(Set(Counts), """
        2023年度“三公”经费人员情况表|<|<
        部门：测试局（本级）||金额单位：万元
        项目|行次|统计数
        公务接待费|1|=1400
        因公出国（境）团组数（个）|2|=3
        公务用车保有量（辆）|3|—
        执行率|4|97.5%
        """));

    private static List<string> Text(AccountsTable table) =>
        [.. table.Rows.SelectMany(row => row.Cells.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(cell => $"{row.Key} {row.Code} {row.Name} {cell.Key} {cell.Value.Value:0.####} {cell.Value.Text}"))];

    private static Table Printed(TemplateSet set, DepartmentAccounts accounts)
    {
        var document = Assembler.AssembleTables(accounts, set, DateTimeOffset.UnixEpoch);
        Assert.Equal([], document.Findings.Select(finding => finding.Message));
        return document.Value!.Blocks.OfType<Table>().Single();
    }

    private static DepartmentAccounts Read(TemplateSet set, string drawing) => Import(set, new XlsxBuilder().Sheet("公开10表", drawing).File());

    private static DepartmentAccounts Import(TemplateSet set, ImportFile tables)
    {
        var result = Importer.Import(new ImportRequest { Tables = tables }, set, CancellationToken.None);
        Assert.Equal("", ImportCase.Print(result.Findings));
        return result.Value!;
    }

    private static TemplateSet Set(string table)
    {
        var files = SmallSet.Files();
        foreach (var path in files.Keys.Where(path => path.Contains("/tables/", StringComparison.Ordinal) || path.EndsWith("charts.yaml", StringComparison.Ordinal)).ToList())
        {
            files.Remove(path);
        }

        files["小/tables/表10.yaml"] = table;
        files["小/metrics.yaml"] = "- {name: 人次, formula: 求和(资料.出国团组.人次), unit: 人次, meaning: 人次}\n";
        files["小/outline.yaml"] = "cover: {title: [决算], extras: []}\nparts: [{title: 表, items: [{title: 表, table: 表10}]}]\n";
        var read = SmallSet.Reader(files).Read("小");
        Assert.Equal([], read.Findings.Select(finding => finding.Message));
        return read.Value!;
    }
}
