using FinalAccounts.Accounts;

namespace FinalAccounts.Tests.Import;

/// <summary>Tables as offices and their software lay them out, other than the printed form.</summary>
public sealed class OfficeLayoutsTests
{
    private static readonly DepartmentAccounts Printed = ImportCase.Import(ImportCase.Workbook()).Value!;

    [Theory]
    [InlineData("合计 beside 类 款 项", "类|款|项|栏次|1|2|3\n|||合　计|=90.25|=60|=30.25", "类|款|项|合　计|=90.25|=60|=30.25")]
    [InlineData("总计 for 合计", "|||合　计|=90.25", "|||总　计|=90.25")]
    [InlineData("合计 in the code column", "|||合　计|=90.25", "合　计|<|<|<|=90.25")]
    [InlineData("codes in three cells", "201|<|<|一般公共服务支出|=90.25|=60|=30.25\n20103|<|<|政府办公厅（室）及相关机构事务|=90.25|=60|=30.25\n2010301|<|<|行政运行|=60|=60|\n2010302|<|<|", "201|||一般公共服务支出|=90.25|=60|=30.25\n201|03||政府办公厅（室）及相关机构事务|=90.25|=60|=30.25\n201|03|01|行政运行|=60|=60|\n201|03|02|")]
    [InlineData("类 merged down over its 款 and 项", "201|<|<|一般公共服务支出|=90.25|=60|=30.25\n20103|<|<|政府办公厅（室）及相关机构事务|=90.25|=60|=30.25\n2010301|<|<|行政运行|=60|=60|\n2010302|<|<|", "201|||一般公共服务支出|=90.25|=60|=30.25\n^|03||政府办公厅（室）及相关机构事务|=90.25|=60|=30.25\n^|^|01|行政运行|=60|=60|\n^|^|02|")]
    [InlineData("codes with blanks", "2010301|<|<|", "201 03 01|<|<|")]
    [InlineData("codes with dots", "2010301|<|<|", "201.03.01|<|<|")]
    [InlineData("the whole header again", "2010301|<|<|", "项　目|<|<|<|本年支出合计|基本支出|项目支出\n功能分类科目编码|<|<|科目名称|^|^|^\n类|款|项|栏次|1|2|3\n2010301|<|<|")]
    [InlineData("title and header again on the next page", "2010301|<|<|", "2023年度支出决算表（续）|<|<|<|<|<|<\n部门：测试局（本级）||||||金额单位：万元\n项　目|<|<|<|本年支出合计|基本支出|项目支出\n功能分类科目编码|<|<|科目名称|^|^|^\n类|款|项|栏次|1|2|3\n2010301|<|<|")]
    [InlineData("units of money in the headings", "本年支出合计|基本支出|项目支出", "本年支出合计（万元）|基本支出(万元)|项目支出（单位：万元）")]
    [InlineData("radicals for characters", "行政运行", "⾏政运⾏")]
    public void IsReadAsThePrintedForm(string what, string from, string to)
    {
        var result = ImportCase.Import(ImportCase.Workbook(from, to));

        Assert.True(result.Succeeded, what + "\n" + ImportCase.Print(result.Findings));
        Assert.DoesNotContain(result.Findings, finding => finding.Severity > Severity.Note);
        Assert.Equal(Cells(Printed.Tables["表03"]), Cells(result.Value!.Tables["表03"]));
    }

    [Theory]
    [InlineData("|||合　计|||小计")]
    [InlineData("合　计|<|<|<|||小计")]
    public void EmptyFundTableWhoseTotalRowHoldsTheLastHeadingsIsEmpty(string total)
    {
        var result = ImportCase.Import(ImportCase.Workbook("|^|^|小计\n类|款|项|栏次|1|2|3\n|||合　计|||", "|^|^|\n" + total));

        Assert.Equal("", ImportCase.Print(result.Findings));
        Assert.True(result.Value!.Tables["表07"].IsEmpty);
        Assert.Equal("合计", Assert.Single(result.Value.Tables["表07"].Rows).Key);
    }

    [Fact]
    public void EconomicCodesInTwoCellsAreJoined()
    {
        var result = ImportCase.Import(new XlsxBuilder()
            .Sheet("1", ImportCase.Table01).Sheet("3", ImportCase.Table03).Sheet("4", ImportCase.Table04).Sheet("7", ImportCase.Table07).Sheet("9", ImportCase.Table09)
            .Sheet("6", """
                2023年度一般公共预算财政拨款基本支出决算明细表|<|<|<|<|<|<|<|<|<|<|<
                部门：测试局（本级）|||||||||||金额单位：万元
                科目代码|<|科目名称|决算数|科目代码|<|科目名称|决算数|科目代码|<|科目名称|决算数
                类|款|^|^|类|款|^|^|类|款|^|^
                301||工资福利支出|=40|302||商品和服务支出|=15|310||资本性支出|=5
                |01|基本工资|=40|302|01|办公费|=15|310|02|办公设备购置|=5
                人员经费合计|<|<|=40|公用经费合计|<|<|<|<|<|<|=20
                """));

        Assert.Equal("", ImportCase.Print(result.Findings));
        Assert.Equal(Cells(Printed.Tables["表06"]), Cells(result.Value!.Tables["表06"]));
    }

    [Fact]
    public void TableThatGoesOnOnAnotherSheetIsOneTableAndItsCellsKeepTheirPlaces()
    {
        var lines = ImportCase.Table03.Split('\n');
        var result = ImportCase.Import(new XlsxBuilder()
            .Sheet("1", ImportCase.Table01).Sheet("3", string.Join('\n', lines[..8])).Sheet("4", ImportCase.Table04).Sheet("6", ImportCase.Table06)
            .Sheet("7", ImportCase.Table07).Sheet("9", ImportCase.Table09)
            .Sheet("3（续）", string.Join('\n', [lines[0] + "（续）", .. lines[1..5], .. lines[8..]]), row: 2, column: 1));

        Assert.Equal("", ImportCase.Print(result.Findings));
        Assert.Equal(Cells(Printed.Tables["表03"]), Cells(result.Value!.Tables["表03"]));
        Assert.Equal("公开表.xlsx ▸ 3（续） ▸ F8", result.Value.Tables["表03"].Cell("2010301", "本年支出合计").Place!.ToString());
    }

    [Fact]
    public void TwoCopiesAreOneTableAndTwoThatDifferAreRefused()
    {
        var same = ImportCase.Import(ImportCase.Workbook().Sheet("又一份", ImportCase.Table03));
        Assert.Equal((Severity.Note, "IMP-11"), (Assert.Single(same.Findings).Severity, same.Findings[0].Rule));
        Assert.Equal(Cells(Printed.Tables["表03"]), Cells(same.Value!.Tables["表03"]));

        var other = ImportCase.Import(ImportCase.Workbook().Sheet("另一份", ImportCase.Table03.Replace("=60", "=61").Replace("=90.25", "=91.25").Replace("=30.25", "=30.5")));
        var finding = Assert.Single(other.Findings);
        Assert.Equal((Severity.Fatal, "IMP-11"), (finding.Severity, finding.Rule));
        Assert.Equal(["公开表.xlsx ▸ 公开2 ▸ A1", "公开表.xlsx ▸ 另一份 ▸ A1"], finding.Places.Select(place => place.ToString()));
    }

    [Fact]
    public void FigureMergedOverSeveralRowsIsSaidOnceWithItsRange()
    {
        var result = ImportCase.Import(ImportCase.Workbook("行政运行|=60|=60|\n2010302|<|<|一般行政管理事务|=30.25||=30.25", "行政运行|=90.25|=60|\n2010302|<|<|一般行政管理事务|^||=30.25"));

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("IMP-33", "公开表.xlsx ▸ 公开2 ▸ E9"), (finding.Rule, Assert.Single(finding.Places).ToString()));
        Assert.Contains("E9:E10", finding.Message);
    }

    [Fact]
    public void HeaderThatIsNotUnderstoodIsShownAsItWasReadWithTheNearestForm()
    {
        var finding = Assert.Single(ImportCase.Import(ImportCase.Workbook("本年支出合计|基本支出|项目支出", "本年支出合计|甲|乙")).Findings, finding => finding.Rule == "IMP-20");

        Assert.Contains("没有认出“基本支出”、“项目支出”列", finding.Message);
        Assert.Contains("第3行 │ A 项　目 │ E 本年支出合计 │ F 甲 │ G 乙", finding.Message);
        Assert.Contains("认出：A—C列＝科目编码，D列＝科目名称，E列＝本年支出合计", finding.Message);
        Assert.Contains("5列中认出3列", finding.Message);
    }

    [Theory]
    [InlineData(1, Severity.Warning)]
    [InlineData(6, Severity.Fatal)]
    public void TablesWithoutUnitOfMoneyAreOneFinding(int without, Severity severity)
    {
        var builder = new XlsxBuilder();
        foreach (var (drawing, i) in ImportCase.Drawings.Select((drawing, i) => (drawing, i)))
        {
            builder.Sheet($"{i}", i < without ? drawing.Replace("金额单位：万元", "") : drawing);
        }

        var result = ImportCase.Import(builder);

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("IMP-14", severity, without), (finding.Rule, finding.Severity, finding.Places.Count));
        Assert.Equal(severity == Severity.Warning, result.Succeeded);
    }

    [Fact]
    public void UnitOfMoneyIsNotGuessedWhereTheOthersDiffer()
    {
        var builder = new XlsxBuilder();
        foreach (var (drawing, i) in ImportCase.Drawings.Select((drawing, i) => (drawing, i)))
        {
            builder.Sheet($"{i}", drawing.Replace("金额单位：万元", i switch { 0 => "", 1 => "金额单位：元", _ => "金额单位：万元" }));
        }

        var result = ImportCase.Import(builder);

        Assert.False(result.Succeeded);
        Assert.Contains(result.Findings, finding => finding is { Rule: "IMP-14", Severity: Severity.Fatal } && finding.Message.Contains("不能推断", StringComparison.Ordinal));
    }

    private static List<string> Cells(AccountsTable table) =>
        [.. table.Rows.SelectMany(row => row.Cells.Select(cell => $"{row.Key} {row.Name} {cell.Key} {cell.Value.Value}"))];
}
