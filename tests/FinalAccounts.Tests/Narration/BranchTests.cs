using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;
using FinalAccounts.Tests.Assembly;
using static FinalAccounts.Tests.Narration.BranchSteps;
namespace FinalAccounts.Tests.Narration;

/// <summary>The branches that real documents need (rises, falls, nothing, no year before, funds…), on changed copies of the sample.</summary>
public sealed class BranchTests
{
    [Theory]
    [InlineData(1_000_000_000, "与2022年度相比，收、支总计各减少4,794.71万元，下降4.8%，主要原因：")]
    [InlineData(952_052_900, "与2022年度相比，收、支总计持平。")]
    [InlineData(0, "与2022年度相比，收、支总计各增加95,205.29万元（2022年度为0，增减幅度不可比），主要原因：")]
    public void TotalsFallStayOrGrowFromZero(decimal before, string sentence) =>
        Assert.Contains(sentence, Say("收入支出总体", WithPrior("收支总计", before)), StringComparison.Ordinal);

    [Theory]
    [InlineData("收入支出总体", "收支总计")]
    [InlineData("收入", "本年收入合计")]
    [InlineData("支出", "本年支出合计")]
    [InlineData("财政拨款总体", "财政拨款收支总计")]
    [InlineData("一般公共预算支出", "一般公共预算财政拨款支出")]
    [InlineData("机关运行经费", "机关运行经费")]
    public void EveryTotalRisesFallsStaysAndGrowsFromZero(string section, string metric)
    {
        var now = new MetricBook(Set, Sample.Accounts).Metric(metric)!.Value!.Value;
        string Against(decimal before) => Compared(Say(section, metric == "机关运行经费"
            ? WithField(Without(Sample.Accounts, metric, "年初预算"), metric, "上年决算", new FactValue(null) { Number = before }) : WithPrior(metric, before)));

        Assert.Matches("增加[0-9,.]+万元，增长100%", Against(now / 2));
        Assert.Matches("减少[0-9,.]+万元，下降50%", Against(now * 2));
        Assert.EndsWith("持平。", Against(now), StringComparison.Ordinal);
        Assert.Matches("增加[0-9,.]+万元（2022年度为0，增减幅度不可比）", Against(0));
    }

    [Theory]
    [InlineData(2_000_000_000, "，比2022年度决算数减少104,903.86万元。减少主要原因：")]
    [InlineData(950_961_400, "，与2022年度决算数持平。")]
    [InlineData(1, "，比2022年度决算数增加95,096.14万元。增加主要原因：")]
    public void EachFundsRevenueIsComparedByAmount(decimal before, string words) =>
        Assert.Contains("一般公共预算财政拨款收入95,096.14万元" + words, Say("财政拨款总体", WithPrior("一般公共预算财政拨款收入", before)), StringComparison.Ordinal);

    [Theory]
    [InlineData("决算合计", "决算数小于预算数的主要原因：厉行节约。")]
    [InlineData("预算合计", "决算数大于预算数的主要原因：厉行节约。")]
    [InlineData("", null)]
    public void ThreePublicExpensesAreHeldAgainstTheirBudget(string lower, string? sentence)
    {
        var table = Sample.Accounts.Tables["表09"];
        var accounts = lower.Length == 0 ? Sample.Accounts : WithTable(new AccountsTable("表09", table.Unit, [WithCells(table.Rows[0], (lower, 3_000_000m))]));
        var text = Say("三公经费", WithSheet(accounts, "原因说明", Reason("三公经费决算", "厉行节约")));

        Assert.Equal(sentence is not null, text.Contains("决算数", StringComparison.Ordinal));
        Assert.Contains(sentence ?? "完成预算的100%。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAYearBeforeNothingIsCompared()
    {
        var text = Say("收入支出总体", WithSheet("上年数"));
        Assert.Contains("2022年度无可比决算数，不作比较。", text, StringComparison.Ordinal);
        Assert.DoesNotContain('%', text);
        Assert.DoesNotContain("相比", Say("支出", WithSheet("上年数")), StringComparison.Ordinal);
    }

    [Fact]
    public void ANewUnitSaysWhenItWasFounded() => Assert.Contains(
        "本单位于2023年3月1日成立，2022年度无决算数，不作比较。",
        Say("收入支出总体", WithField("基本情况", "成立日期", new FactValue(null) { Date = new DateOnly(2023, 3, 1) })), StringComparison.Ordinal);

    [Fact]
    public void EmptyFundsAreSaidToBeNone()
    {
        Assert.Contains("本部门2023年度无政府性基金预算财政拨款收入支出。", Say("政府性基金", Sample.Accounts), StringComparison.Ordinal);
        Assert.Contains("本部门无2023年度国有资本经营预算财政拨款本年支出。", Say("国有资本经营", Sample.Accounts), StringComparison.Ordinal);
    }

    [Fact]
    public void FundsWithDataAreToldItemByItem()
    {
        var funds = new AccountsTable("表07", MoneyUnit.TenThousandYuan,
        [
            Row("合计", null, "合计", ("年初结转和结余", 10_000m), ("本年收入", 3_000_000m), ("小计", 2_000_000m), ("项目支出", 2_000_000m), ("年末结转和结余", 1_010_000m)),
            Row("212", "212", "城乡社区支出", ("小计", 2_000_000m)),
            Row("21208", "21208", "国有土地使用权出让收入安排的支出", ("小计", 2_000_000m)),
            Row("2120899", "2120899", "其他国有土地使用权出让收入安排的支出", ("小计", 2_000_000m)),
        ]);
        Assert.Contains(
            "年初结转和结余1万元，本年收入300万元，本年支出200万元，年末结转和结余101万元。具体支出情况为：", Flat(Say("政府性基金", WithTable(funds))), StringComparison.Ordinal);
        Assert.Contains("其他国有土地使用权出让收入安排的支出（项）200万元，占政府性基金预算财政拨款支出的100%。", Say("政府性基金", WithTable(funds)), StringComparison.Ordinal);

        var capital = new AccountsTable("表08", MoneyUnit.TenThousandYuan,
        [
            Row("合计", null, "合计", ("合计", 500_000m), ("项目支出", 500_000m)),
            Row("223", "223", "国有资本经营预算支出", ("合计", 500_000m)),
            Row("22301", "22301", "解决历史遗留问题及改革成本支出", ("合计", 500_000m)),
            Row("2230107", "2230107", "国有企业改革成本支出", ("合计", 500_000m)),
        ]);
        Assert.Contains("国有资本经营预算财政拨款本年支出50万元。", Say("国有资本经营", WithTable(capital)), StringComparison.Ordinal);
    }

    [Fact]
    public void ASecondSourceOfRevenueIsInTheChart()
    {
        var table = Sample.Accounts.Tables["表02"];
        var changed = WithTable(new AccountsTable("表02", table.Unit,
            [.. table.Rows.Select(row => row.Key == "合计" ? WithCells(row, ("事业收入", 12_345_600m)) : row)]));
        Assert.Contains("事业收入 1,234.56", Say("收入", changed), StringComparison.Ordinal);
        Assert.Contains("其他收入 100.75", Say("收入", changed), StringComparison.Ordinal);
        Assert.DoesNotContain("事业收入", Say("收入", Sample.Accounts), StringComparison.Ordinal);
    }

    [Fact]
    public void AChartThatTellsNothingIsNotPrinted()
    {
        // 99.9 % and 0.1 %; two columns that the sentence said.
        Assert.DoesNotContain("其他收入 100.75", Say("收入", Sample.Accounts), StringComparison.Ordinal);
        Assert.DoesNotContain("收、支决算总计变动情况", Say("收入支出总体", Sample.Accounts), StringComparison.Ordinal);
        Assert.Contains("项目支出", Say("支出", Sample.Accounts), StringComparison.Ordinal);
    }

    [Fact]
    public void SourcesOfRevenueAreListedWhereTheSetSaysSo()
    {
        var table = Sample.Accounts.Tables["表02"];
        var accounts = WithTable(new AccountsTable("表02", table.Unit, [.. table.Rows.Select(row => row.Key == "合计" ? WithCells(row, ("事业收入", 12_345_600m)) : row)]));
        var structure = With(options => options with { ListRevenueStructure = true });

        Assert.Contains("其中：财政拨款收入95,096.14万元，占本年收入99.9%；事业收入1,234.56万元，占本年收入1.3%；其他收入100.75万元，占本年收入0.1%。", Say("收入", accounts, structure), StringComparison.Ordinal);
        Assert.DoesNotContain("经营收入", Say("收入", accounts, structure), StringComparison.Ordinal);
        Assert.Contains("经营收入0万元，占本年收入0.0%；", Say("收入", accounts, With(options => options with { ListRevenueStructure = true, ListZeroSources = true })), StringComparison.Ordinal);
    }

    [Fact]
    public void TheBudgetHasItsNameAndItsAmountFromTheSet()
    {
        var accounts = WithSheet(Sample.Accounts, "支出预算", [.. Sample.Accounts.Facts.Records("支出预算").Select(record => new FactRecord(
            new Dictionary<string, FactValue>(record.Values) { ["年初预算"] = new(null) { Number = record.Values["全年预算"].Number / 2 }, ["原因"] = new(null) { Text = "追加" } }))]);
        var national = With(options => options with { BudgetBase = BudgetBase.Initial, ListByProject = false });
        var text = Say("一般公共预算支出", accounts, national);

        Assert.Contains("一般公共预算财政拨款支出年初预算为47,548.07万元，支出决算为95,096.14万元，完成年初预算的200%。其中：", text, StringComparison.Ordinal);
        Assert.Contains("\n1.一般公共服务支出（类）。年初预算为30,452.05万元，决算为60,904.10万元，完成年初预算的200%。决算数大于预算数的主要原因：追加。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("全年预算", text + Say("三公经费", accounts, national), StringComparison.Ordinal);
        Assert.DoesNotContain("按项目分类", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AShareThatRoundsToNothingKeepsItsDecimal()
    {
        var table = Sample.Accounts.Tables["表05"];
        var accounts = WithTable(new AccountsTable("表05", table.Unit, [.. table.Rows, Row("229", "229", "其他支出", ("小计", 10_000m))]));

        Assert.Contains("其他支出（类）1万元，占0.0%。", Say("一般公共预算支出", WithSheet(accounts, "支出预算", [.. accounts.Facts.Records("支出预算"), Budget("229", 10_000m)])), StringComparison.Ordinal);
    }

    [Fact]
    public void AnInstitutionHasNoAgencyOperatingExpenses() => Assert.Contains(
        "为事业单位，2023年度无机关运行经费支出。",
        Say("机关运行经费", WithField("基本情况", "单位性质", new FactValue(null) { Text = "事业单位" })), StringComparison.Ordinal);

    [Fact]
    public void AgencyOperatingExpensesRiseOrEqualTheBudget()
    {
        Assert.Contains("比年初预算数增加755.08万元，增长25.2%。", Say("机关运行经费", WithField("机关运行经费", "年初预算", new FactValue(null) { Number = 30_000_000m })), StringComparison.Ordinal);
        Assert.Contains("与年初预算数持平。", Say("机关运行经费", WithField("机关运行经费", "年初预算", new FactValue(null) { Number = 37_550_800m })), StringComparison.Ordinal);
    }

    [Fact]
    public void LargeAmountsHaveSeparatorsAndOneFenIsReported()
    {
        Assert.Contains("支出总额1,234,567.89万元", Say("政府采购", WithField("政府采购", "总额", new FactValue(null) { Number = 12_345_678_900m })), StringComparison.Ordinal);
        var section = Narrate("政府采购", WithField("政府采购", "工程", new FactValue(null) { Number = 0.01m }));
        Assert.Contains(section.Findings, finding => finding.Severity == Severity.Warning);
    }

    [Fact]
    public void AMissingReasonIsAnErrorWithItsPlace()
    {
        var section = Narrate("收入支出总体", WithSheet("原因说明"));
        var error = Assert.Single(section.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal("sections/收入支出总体.sbn", error.Places[0].File);
    }

    [Theory]
    [InlineData("部门", "本部门")]
    [InlineData("单位", "本单位")]
    [InlineData("本级", "本部门")]
    public void AUnitCallsItselfByItsLevel(string level, string itself) => Assert.StartsWith(
        $"{itself}2023年度无政府性基金预算财政拨款收入支出。", Say("政府性基金", WithField("基本情况", "公开层级", new FactValue(null) { Text = level })), StringComparison.Ordinal);

    [Fact]
    public void TheShareOfSmallFirmsIsSaidWhereTheSetSaysSoAndSomethingWasBought()
    {
        var nothing = WithField("政府采购", "总额", new FactValue(null) { Number = 0m });
        Assert.Contains("占政府采购支出总额的", Say("政府采购", Sample.Accounts), StringComparison.Ordinal);
        Assert.DoesNotContain("占", Say("政府采购", Sample.Accounts, With(options => options with { ProcurementShare = false })), StringComparison.Ordinal);
        Assert.DoesNotContain("占政府采购支出总额", Say("政府采购", nothing), StringComparison.Ordinal);
    }

    [Fact]
    public void VehiclesAreListedWhereTheUnitGivesTheirUses()
    {
        Assert.Contains("，其中：", Say("国有资产", Sample.Accounts), StringComparison.Ordinal);
        Assert.Matches("共有车辆[0-9]+辆。单价100万元", Say("国有资产", WithSheet("车辆用途")));
    }

    [Fact]
    public void NoProjectAndSecretProjectsHaveTheirSentences()
    {
        Assert.Equal("2023年度本部门没有开展绩效自评的项目。", Say("预算绩效", WithField("绩效自评", "项目数", new FactValue(null) { Number = 0m })).Trim());
        Assert.Contains("自评结果（不包括涉密项目），", Say("预算绩效", Sample.Accounts), StringComparison.Ordinal);
        Assert.DoesNotContain("涉密", Say("预算绩效", WithField("绩效自评", "涉密项目", new FactValue(null) { Flag = false })), StringComparison.Ordinal);
    }

    [Fact]
    public void TrailingZerosAndSeparatorsFollowTheSet()
    {
        var accounts = WithField("政府采购", "总额", new FactValue(null) { Number = 1_234_567_000_000m });
        Assert.Contains("支出总额123,456,700万元", Say("政府采购", accounts), StringComparison.Ordinal);
        Assert.Contains("支出总额123,456,700.00万元", Say("政府采购", accounts, With(options => options with { TrimWholeAmounts = false })), StringComparison.Ordinal);
        Assert.Contains("支出总额123456700万元", Say("政府采购", accounts, With(options => options with { SeparateThousands = false })), StringComparison.Ordinal);
    }
}
