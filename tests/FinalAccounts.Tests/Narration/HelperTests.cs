using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Tests.Formulas;
using static FinalAccounts.Tests.Narration.SmallNarration;

namespace FinalAccounts.Tests.Narration;

public sealed class HelperTests
{
    [Theory]
    [InlineData("952052900", "95,205.29万元")]
    [InlineData("1800000", "180万元")]
    [InlineData("450846000", "45,084.60万元")]
    [InlineData("12345678900", "1,234,567.89万元")]
    [InlineData("50", "0.01万元")]
    [InlineData("150", "0.02万元")]
    [InlineData("-150", "-0.02万元")]
    [InlineData("249.99", "0.02万元")]
    [InlineData("0", "0万元")]
    public void AmountsArePrintedInTenThousandYuan(string yuan, string printed) =>
        Assert.Equal(printed, Text("{{ 甲 | 万元 }}", Unit(now: decimal.Parse(yuan))));

    [Fact]
    public void OneFenPrintsAsZeroWithAWarning()
    {
        var section = Say("{{ 甲 | 万元 }}", Unit(now: 0.01m));

        Assert.Equal("0.00万元", Spoken.Text(section.Blocks));
        var finding = Assert.Single(section.Findings);
        Assert.Equal((Severity.Warning, "NAR-08"), (finding.Severity, finding.Rule));
        Assert.Contains("0.01元", finding.Message, StringComparison.Ordinal);
        Assert.Equal("公开表.xlsx", finding.Places[1].File);
    }

    [Theory]
    [InlineData("952052900", "807807400", "增加14,424.55万元，增长17.9%，增加")]
    [InlineData("807807400", "952052900", "减少14,424.55万元，下降15.2%，减少")]
    [InlineData("807807400", "807807400", "持平，持平，持平")]
    [InlineData("807807449", "807807400", "持平，持平，持平")]
    [InlineData("20000000000", "100000000", "增加1,990,000万元，增长19,900%，增加")]
    [InlineData("117000000", "100000000", "增加1,700万元，增长17%，增加")]
    [InlineData("100010000", "100000000", "增加1万元，增长0.0%，增加")]
    [InlineData("0", "100000000", "减少10,000万元，下降100%，减少")]
    public void ChangesAgreeInWordAmountAndPercentage(string now, string before, string printed) =>
        Assert.Equal(printed, Text("{{ 甲 | 增减额 }}，{{ 甲 | 增减幅 }}，{{ 甲 | 增减词 }}", Unit(decimal.Parse(now), decimal.Parse(before))));

    [Theory]
    [InlineData("持平", "0", "807807400", "持平，持平，持平，持平")]
    [InlineData("等于", "0", "807807400", "持平，等于，等于，等于")]
    [InlineData("无增减变化", "1", "807807449", "持平，无增减变化，无增减变化，无增减变化")]
    [InlineData("持平", "1", "810000000", "持平，基本持平，基本持平，基本持平")]
    [InlineData("等于", "0.5", "804000000", "持平，基本持平，基本持平，基本持平")]
    [InlineData("持平", "0.5", "812000000", "增加，增加419.26万元，增长0.5%，增加")]
    [InlineData("持平", "0", "807900000", "增加，增加9.26万元，增长0.0%，增加")]
    public void WhatHasNotChangedIsSaidInTheSetsWord(string word, string nearly, string now, string printed) =>
        Assert.Equal(printed, Text("{{ 甲 | 增减词 }}，{{ 甲 | 增减额 }}，{{ 甲 | 增减幅 }}，{{ 甲 | 持平词 }}", Unit(decimal.Parse(now), 807_807_400m), options: $"{{percentDecimals: 1, sameWord: {word}, nearlySame: {nearly}}}"));

    [Fact]
    public void AgainstTheBudgetASmallDifferenceStaysOne() =>
        Assert.Equal("减少，减少，减少10万元", Text("{{ 乙 | 比较词 甲 }}，{{ 乙 | 持平词 甲 }}，{{ 乙 | 比较额 甲 }}", Unit(now: 500_115_400m, other: 500_015_400m), options: "{nearlySame: 1}"));

    [Theory]
    [InlineData(null, "无上年不可比")]
    [InlineData("0", "有上年不可比")]
    [InlineData("1", "有上年可比")]
    public void WhetherLastYearServesCanBeAsked(string? before, string printed) =>
        Assert.Equal(printed, Text(
            "{{ if 甲 | 有上年 }}有上年{{ else }}无上年{{ end }}{{ if 甲 | 可比 }}可比{{ else }}不可比{{ end }}",
            Unit(before: before is null ? null : decimal.Parse(before))));

    [Fact]
    public void PercentageOfNothingIsAnErrorThatNamesTheGuard() =>
        Assert.Contains("| 可比 }}", Mistake("{{ 甲 | 增减幅 }}", Unit(before: 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void MissingLastYearIsAnErrorThatSaysWhereToFillIt() =>
        Assert.Contains("没有这些上年数：甲", Mistake("{{ 甲 | 增减额 }}", Unit(before: null)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnotherFigureIsComparedInTheSameWords() =>
        Assert.Equal("减少45,193.75万元，下降47.5%，降低47.5%，减少", Text(
            "{{ 乙 | 比较额 甲 }}，{{ 乙 | 比较幅 甲 }}，{{ 乙 | 比较幅 甲 \"降低\" }}，{{ 乙 | 比较词 甲 }}"));

    [Fact]
    public void SharesAreTakenFromYuan() => Assert.Equal("52.5%，100%", Text("{{ 乙 | 占比 甲 }}，{{ 甲 | 完成率 甲 }}"));

    [Fact]
    public void ShareOfZeroIsAnError() => Assert.Contains("算不出占比", Mistake("{{ 乙 | 占比 甲 }}", Unit(now: 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void DifferentUnitsCannotBeCompared() => Assert.Contains("单位不同", Mistake("{{ 甲 | 占比 出国人次 }}").Message, StringComparison.Ordinal);

    [Fact]
    public void RatiosAndCountsHaveHelpersOfTheirOwn() =>
        Assert.Equal("40%、8人次、3条", Text("{{ 基本支出占比 | 百分比 }}、{{ 出国人次 | 数量 \"人次\" }}、{{ 资料.出国团组 | 数量 \"条\" }}"));

    [Theory]
    [InlineData("{{ 基本支出占比 | 万元 }}", "不是金额")]
    [InlineData("{{ 甲 | 数量 \"个\" }}", "请用“万元”")]
    [InlineData("{{ 甲 | 百分比 }}", "不是比率")]
    [InlineData("{{ 甲 | 分数 }}", "请用“万元”")]
    [InlineData("{{ 甲 }}", "要写明怎样印")]
    [InlineData("{{ 甲 + 乙 }}", "模板不计算")]
    [InlineData("{{ 甲 * 2 }}", "模板不计算")]
    [InlineData("{{ if 甲 > 0 }}有{{ end }}", "“有数”")]
    [InlineData("{{ -甲 }}", "模板不计算")]
    [InlineData("{{ '共' + 1 }}", "不用 + 连接")]
    [InlineData("{{ 丙 | 万元 }}", "表01“事业收入”行，“金额”是空的")]
    [InlineData("{{ 资料.政府采购.说明 }}", "政府采购，“说明”是空的，文字里要写到它。请填写。")]
    [InlineData("{{ 资料.政府采购.总合 }}", "没有“总合”")]
    [InlineData("{{ 资料.政府采够 }}", "是不是“政府采购”？")]
    [InlineData("{{ 资料.出国团组.人次 }}", "多条记录")]
    [InlineData("{{ 基本支岀占比 | 百分比 }}", "是不是“基本支出占比”？")]
    [InlineData("{{ 万元 }}", "写法是")]
    [InlineData("{{ (资料.出国团组 | 找 \"人次\" \"99\").任务 }}", "出国团组里没有人次是这些的行：99")]
    [InlineData("{{ 图 \"无\" }}", "没有名为“无”的图")]
    [InlineData("{{ 甲 | 主要原因 }}", "原因说明里没有这些事项的原因：甲")]
    [InlineData("{{ 序号 0 }}", "1 到 9999")]
    public void MistakesAreNamed(string template, string words) => Assert.Contains(words, Mistake(template).Message, StringComparison.Ordinal);

    [Fact]
    public void RowsAreChosenByLevelCodeAndFigure()
    {
        Assert.Equal("教育支出1卫生支出2", Text("{{ for 类 in 表03.类 }}{{ 类.名称 }}{{ 序号 for.index + 1 }}{{ end }}"));
        Assert.Equal("2050101", Text("{{ for 项 in 表03.项 | 非零 \"基本支出\" }}{{ 项.编码 }}{{ end }}"));
        Assert.Equal("205、20501、2050101、2050102", Text("{{ for 行 in 表03.行 | 属于 \"205\" }}{{ 行.编码 }}{{ if !for.last }}、{{ end }}{{ end }}"));
        Assert.Equal("教育支出、卫生支出", Text("{{ 列举 表03.类 }}"));
        Assert.Equal("甲、乙", Text("{{ 列举 ([甲, 乙, 丙] | 非零) }}"));
        Assert.Equal("否", Text("{{ if 表03.空 }}是{{ else }}否{{ end }}"));
    }

    [Fact]
    public void AMeaningThatNobodyGivesIsAWarningOnceAskedFor()
    {
        Assert.Equal("205", Text("{{ (科目 \"205\").编码 }}"));
        var finding = Mistake("{{ if (科目 \"2050102\").释义 }}有{{ end }}");
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("没有这些科目的解释", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SubjectsHaveTheirWholeName() =>
        Assert.Equal("教育支出（类）20501（款）2050101（项）：反映教育。", Text("{{ (科目 \"2050101\").全称 }}：{{ (科目 \"2050101\").释义 }}", Explained()));

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(105, "一百零五")]
    [InlineData(110, "一百一十")]
    [InlineData(1010, "一千零一十")]
    [InlineData(1001, "一千零一")]
    public void NumbersOfOrderInChinese(int number, string printed) => Assert.Equal(printed, Text($"{{{{ 中文序号 {number} }}}}"));

    [Fact]
    public void ASmallTableHasItsUnitInTheHeading() =>
        Assert.Equal("| 名称 | 基本支出（万元）\n| 教育支出 | 0.04\n| 卫生支出 | ", Text("{{ 表 表03.类 \"名称\" \"基本支出\" }}"));

    [Fact]
    public void AFigureCarriesTheCellsOfBothYears()
    {
        var figure = Assert.Single(Spoken.Inlines(Say("**{{ 甲 | 增减额 }}**").Blocks).OfType<Figure>());

        Assert.Equal((14424.55m, "万元"), (figure.Value, figure.Unit));
        Assert.Equal(144_245_500m, figure.Origin.Exact);
        Assert.Equal(["表01［收入总计，金额］", "表01［支出总计，金额］"], figure.Origin.Cells.Select(cell => cell.ToString()));
    }

    private static DepartmentAccounts Explained() => SmallAccounts.With(Unit(), new FactSheet("名词",
    [
        new FactRecord(new Dictionary<string, FactValue>
        {
            ["名词"] = new(null) { Text = "教育支出（类）20501（款）2050101（项）" },
            ["解释"] = new(null) { Text = "反映教育。" },
        }),
    ]));
}
