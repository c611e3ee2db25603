using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using static FinalAccounts.Tests.Formulas.SmallAccounts;

namespace FinalAccounts.Tests.Formulas;

public sealed class MetricBookTests
{
    [Fact]
    public void AMetricHasItsValueUnitMeaningAndOrigin()
    {
        var metric = new MetricBook(Set(), Unit()).Metric("基本支出占比")!;

        Assert.Equal(0.4m, metric.Value);
        Assert.Equal(("比率", "占比"), (metric.Unit, metric.Meaning));
        Assert.Equal("表03[合计, 基本支出] / 表03[合计, 本年支出合计]", metric.Origin.Formula);
        Assert.Equal(["基本支出", "本年支出合计"], metric.Origin.Cells.Select(cell => cell.Column));
        Assert.Null(metric.PriorValue);
        Assert.Null(metric.PriorOrigin);
    }

    [Fact]
    public void ACellTakenAsItIsHasNoFormulaInItsOrigin()
    {
        var origin = new MetricBook(Set(), Unit()).Metric("收支总计")!.Origin;

        Assert.Equal(("收支总计", null, 1000m), (origin.Label, origin.Formula, origin.Exact));
    }

    [Fact]
    public void AnUnknownMetricIsNull() => Assert.Null(new MetricBook(Set(), Unit()).Metric("无"));

    [Fact]
    public void LastYearComesFromLastYearsAccountsAndSaysSo()
    {
        var prior = With(Unit(2022), Table("表01", ("收入总计", [("金额", 800m)])));
        var accounts = With(Unit() with { Prior = prior }, new FactSheet("上年数", [PriorRow("收支总计", 1m)]));

        var metric = new MetricBook(Set(), accounts).Metric("收支总计")!;

        Assert.Equal((1000m, 800m), (metric.Value, metric.PriorValue));
        Assert.Equal("上年表01［收入总计，金额］", Assert.Single(metric.PriorOrigin!.Cells).ToString());
    }

    [Fact]
    public void ThisYearsAndLastYearsCellAreTwoCells()
    {
        var accounts = Unit() with { Prior = With(Unit(2022), Table("表01", ("收入总计", [("金额", 800m)]))) };
        var set = Set("- {name: 收支总计, formula: \"表01[收入总计]\", unit: 元, meaning: x}\n- {name: 增加, formula: 收支总计 - 上年(收支总计), unit: 元, meaning: x}\n");

        var metric = new MetricBook(set, accounts).Metric("增加")!;

        Assert.Equal(200m, metric.Value);
        Assert.Equal(["表01", "上年表01"], metric.Origin.Cells.Select(cell => cell.Table));
    }

    [Fact]
    public void WithoutLastYearsAccountsTheFactsServeByTheMetricsName()
    {
        var accounts = With(Unit(), new FactSheet("上年数", [PriorRow("别的", 7m), PriorRow(" 收支总计 ", 900m)]));

        var metric = new MetricBook(Set(), accounts).Metric("收支总计")!;

        Assert.Equal(900m, metric.PriorValue);
        var cell = Assert.Single(metric.PriorOrigin!.Cells);
        Assert.Equal("上年数［收支总计，金额］", cell.ToString());
        Assert.Equal(new Place("文字资料.xlsx", "上年数", "B3"), cell.Place);
    }

    [Fact]
    public void LastYearsFactsThatContradictEachOtherAreAProblem()
    {
        var accounts = With(Unit(), new FactSheet("上年数", [PriorRow("收支总计", 7m), PriorRow("收支总计", 8m)]));

        var metric = new MetricBook(Set(), accounts).Metric("收支总计")!;

        Assert.Null(metric.PriorValue);
        Assert.Equal("上年数里“收支总计”有两个不同的数", metric.Problem);
    }

    [Fact]
    public void OnlyMoneyIsTakenFromLastYearsFacts()
    {
        var accounts = With(Unit(), new FactSheet("上年数", [PriorRow("基本支出占比", 9m)]));

        Assert.Null(new MetricBook(Set(), accounts).Metric("基本支出占比")!.PriorValue);
    }

    [Fact]
    public void AMetricMayHaveItsOwnFormulaForLastYear() =>
        Assert.Equal(0m, new MetricBook(Set(), Unit() with { Prior = Unit(2022) }).Metric("出国人次")!.PriorValue);

    [Fact]
    public void WhatLastYearsAccountsLackIsNotZeroAndMayStandInTheFacts()
    {
        var set = Set("- {name: 事业收入, formula: \"表01[事业收入] + 0\", unit: 元, meaning: x}\n");
        var prior = Unit(2022) with { Tables = new Dictionary<string, AccountsTable>() };

        Assert.Null(new MetricBook(set, Unit() with { Prior = prior }).Metric("事业收入")!.PriorValue);
        var accounts = With(Unit() with { Prior = prior }, new FactSheet("上年数", [PriorRow("事业收入", 5m)]));
        Assert.Equal(5m, new MetricBook(set, accounts).Metric("事业收入")!.PriorValue);
    }

    [Fact]
    public void ChartsAreCompiledWithTheSet()
    {
        var set = Set();
        var book = new MetricBook(set, With(Unit(), new FactSheet("上年数", [PriorRow("收支总计", 900m)])));

        Assert.Equal([900m, 1000m], set.Chart("收支总计变动")!.Values[0].Select(formula => book.Evaluate(formula).Number!.Value));
    }

    [Fact]
    public void MetricsThatFollowFromThemselvesAreNamed()
    {
        var findings = Compile("- {name: 甲, formula: 乙 + 1, unit: 元, meaning: x}\n- {name: 乙, formula: 丙 * 2, unit: 元, meaning: x}\n- {name: 丙, formula: 1 + 甲, unit: 元, meaning: x}\n- {name: 丁, formula: \"1\", prior: 上年(丁), unit: 元, meaning: x}\n").Findings;

        Assert.Equal(
            ["指标循环引用：甲 → 乙 → 丙 → 甲", "指标循环引用：上年(丁) → 上年(丁)"], findings.Select(finding => finding.Message));
        Assert.Equal(new Place("小/metrics.yaml", Line: 1, Column: 22), findings[0].Places[0]);
    }

    [Fact]
    public void AMetricMayCompareItselfWithLastYear() =>
        Assert.Null(new MetricBook(Set("- {name: 甲, formula: \"表01[收入总计]\", prior: 乙 - 1, unit: 元, meaning: x}\n- {name: 乙, formula: 甲 + 1, unit: 元, meaning: x}\n"), Unit()).Metric("乙")!.PriorValue);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AChainOfMetricsHasALimit(bool backwards)
    {
        var lines = Enumerable.Range(1, 200).Select(i => $"- {{name: 第{i}, formula: 第{i - 1} + 1, unit: 元, meaning: x}}\n");
        var text = "- {name: 第0, formula: \"1\", unit: 元, meaning: x}\n" + string.Concat(backwards ? lines.Reverse() : lines);

        Assert.Contains(Compile(text).Findings, finding => finding.Rule == "FML-05");
    }

    [Fact]
    public void ReservedNamesCannotBeMetrics()
    {
        var findings = Compile("- {name: 求和, formula: \"1\", unit: 元, meaning: x}\n- {name: 表01, formula: \"1\", unit: 元, meaning: x}\n").Findings;

        Assert.Equal(["指标不能叫“求和”，公式里它另有意思", "指标不能叫“表01”，公式里它另有意思"], findings.Select(f => f.Message));
    }

    [Fact]
    public void AFormulasMistakeStandsAtItsColumnInTheFile()
    {
        var finding = Assert.Single(Compile("- {name: 甲, unit: 元, meaning: x, formula: \"1 + 表01[收入合计]\"}\n").Findings);

        Assert.Equal("小/metrics.yaml(1,52)", finding.Places[0].ToString());
    }
}
