using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Tests.Formulas;
using static FinalAccounts.Tests.Formulas.SmallAccounts;

namespace FinalAccounts.Tests.Checks;

public sealed class CheckerTests
{
    private const string Columns = "- {code: 栏, over: 表03, formula: \"表03[行, 本年支出合计] = 表03[行, 基本支出] + 表03[行, 项目支出]\", message: 合计栏}\n";
    private const string Groups = "- {code: 款, over: 表03/款, eachColumn: true, when: \"计数(表03[行/项]) > 0\", formula: \"表03[行, 列] = 求和(表03[行/项, 列])\", message: 款等于项之和}\n";

    [Fact]
    public void AccountsThatAgreeHaveNoFinding() => Assert.Empty(Check(Columns + Groups, SmallAccounts.Unit()));

    [Fact]
    public void ADifferenceThatRoundingExplainsIsNoError()
    {
        // 4 cells with figures: up to 4 × 0.005 = 0.02万元.
        var finding = Assert.Single(Check(Groups, Expenditure(5_000_100, 2_000_000, 3_000_000, 0)));

        Assert.Equal(Severity.Rounding, finding.Severity);
        Assert.Equal(("500.00", "500.01", "0.01"), (finding.Expected, finding.Actual, finding.Difference));
        Assert.Equal("款等于项之和（表03 20501，本年支出合计）：应为 500.00万元，实为 500.01万元，相差 0.01万元，不超过尾差上限 0.02万元，属于尾差", finding.Message);
    }

    [Theory]
    [InlineData(5_000_200, Severity.Rounding)]
    [InlineData(5_000_201, Severity.Error)]
    [InlineData(4_999_800, Severity.Rounding)]
    [InlineData(4_999_700, Severity.Error)]
    public void TheBoundOfRoundingIsHalfACentPerFigure(int total, Severity severity) =>
        Assert.Equal(severity, Assert.Single(Check(Groups, Expenditure(total, 2_000_000, 3_000_000, 0))).Severity);

    [Fact]
    public void BlankCellsDoNotWidenTheBound() =>
        Assert.Equal(Severity.Error, Assert.Single(Check(Groups, Expenditure(5_000_200, 2_000_000, 3_000_000, null))).Severity);

    [Fact]
    public void TablesGivenInYuanMustAgreeExactly()
    {
        var accounts = Expenditure(5_000_001, 2_000_000, 3_000_000, 0);
        accounts = With(accounts, accounts.Tables["表03"] with { Unit = MoneyUnit.Yuan });

        var finding = Assert.Single(Check(Groups, accounts));

        Assert.Equal((Severity.Error, "0.0001"), (finding.Severity, finding.Difference));
    }

    [Fact]
    public void AFindingNamesTheCellsThatTookPartMostTellingFirst() =>
        Assert.Equal(
            ["本年支出合计1", "本年支出合计2", "本年支出合计3", "本年支出合计4"],
            Check(Groups, Expenditure(6_000_000, 2_000_000, 3_000_000, 0))[0].Places.Select(place => place.Cell));

    [Fact]
    public void EqualityIsNotAskedWhereAtMostIsWritten()
    {
        const string Rule = "- {code: 不大于, severity: warning, formula: \"表09[决算接待费] <= 表09[决算合计]\", message: 接待费}\n";
        DepartmentAccounts Reception(decimal? total, decimal? reception) =>
            With(SmallAccounts.Unit(), Table("表09", ("数", [("决算合计", total), ("决算接待费", reception)])));

        Assert.Empty(Check(Rule, Reception(200_000, 100_000)));
        Assert.Empty(Check(Rule, Reception(200_000, null)));
        Assert.Equal(Severity.Rounding, Assert.Single(Check(Rule, Reception(200_000, 200_100))).Severity);
        var breach = Assert.Single(Check(Rule, Reception(200_000, 200_200)));
        Assert.Equal((Severity.Warning, "≤ 20.00", "20.02"), (breach.Severity, breach.Expected, breach.Actual));
        Assert.Equal(Severity.Warning, Assert.Single(Check(Rule, Reception(null, 100_000))).Severity);
    }

    [Fact]
    public void ARowIsComparedWithTheRowOfTheSameNameInAnotherTable()
    {
        const string Rule = "- {code: 类, over: 表03/类, formula: \"表03[行, 本年支出合计] = 表01[行名]\", message: 同名}\n";
        Assert.Empty(Check(Rule, SmallAccounts.Unit()));

        var accounts = With(SmallAccounts.Unit(), Table("表01", ("教育支出", [("金额", 700m)]), ("卫生支出", [("金额", 99_999m)])));

        Assert.Equal("同名（表03 210 卫生支出）：应为 9.9999万元，实为 0.03万元，相差 -9.9699万元，超过尾差上限 0.01万元", Assert.Single(Check(Rule, accounts)).Message);
    }

    [Fact]
    public void BothSidesOfAndAreCheckedEachWithItsFigures() =>
        Assert.Equal(2, Check("- {code: 且, formula: \"计数(资料.出国团组) = 4 且 求和(资料.出国团组.人次) = 9\", message: 团组}\n", SmallAccounts.Unit()).Count);

    [Fact]
    public void CountsArePrintedAsTheyAreAndHaveNoRounding()
    {
        var finding = Assert.Single(Check("- {code: 数, formula: \"求和(资料.出国团组.人次) = 9\", message: 人次}\n", SmallAccounts.Unit()));

        Assert.Equal("人次：应为 9，实为 8，相差 -1", finding.Message);
    }

    [Fact]
    public void ARuleWithoutItsTableSaysSoOnceInsteadOfPassing()
    {
        var accounts = SmallAccounts.Unit();
        accounts = accounts with { Tables = accounts.Tables.Where(table => table.Key != "表03").ToDictionary() };

        Assert.Equal(
            ["规则 栏 没有检查：没有读到表03", "规则 款 没有检查：没有读到表03"],
            Check(Columns + Groups, accounts).Where(finding => finding.Rule == "CHK-03").Select(finding => finding.Message));
    }

    [Fact]
    public void LastYearsFiguresThatNoMetricUsesAreReported()
    {
        var accounts = With(SmallAccounts.Unit(), new FactSheet("上年数", [PriorRow("收支总计", 1m), PriorRow("收支总记", 1m)]));

        var finding = Assert.Single(Check(Columns, accounts));

        Assert.Equal((Severity.Warning, "CHK-02"), (finding.Severity, finding.Rule));
        Assert.Contains("是不是“收支总计”？", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("over: 表3, formula: \"表03[行, 基本支出] = 0\"", "没有表“表3”，是不是“表03”？")]
    [InlineData("over: 表01/类, formula: \"表01[行] = 0\"", "表01 没有科目编码，不能用 类、款、项")]
    [InlineData("over: 表01/收入合计, formula: \"表01[行] = 0\"", "表01 没有行“收入合计”，是不是“收入总计”？")]
    [InlineData("eachColumn: true, formula: 1 = 1", "写了 eachColumn 的规则也要写 over")]
    [InlineData("formula: 1 + 1", "这里应当是条件（比较、且、或、非、有数、为空），不是数")]
    [InlineData("over: 表03, formula: \"表03[行, 列] = 0\"", "“列”只能用在写了 eachColumn: true 的规则里")]
    [InlineData("over: 表03, eachColumn: true, formula: \"表01[行名, 列] = 0\"", "表01 没有列“本年支出合计、基本支出、项目支出”，不能用“列”")]
    public void AMistakeInARuleIsReported(string rule, string message) =>
        Assert.EndsWith(message, Assert.Single(Compile(rules: $"- {{code: 甲, {rule}, message: x}}\n").Findings).Message, StringComparison.Ordinal);

    private static DepartmentAccounts Expenditure(decimal group, decimal? first, decimal? second, decimal? third) =>
        With(SmallAccounts.Unit(), Table(
            "表03",
            ("20501", [("本年支出合计", group)]),
            ("2050101", [("本年支出合计", first)]), ("2050102", [("本年支出合计", second)]), ("2050103", [("本年支出合计", third)])));

    private static IReadOnlyList<Finding> Check(string rules, DepartmentAccounts accounts) =>
        Checker.Check(Set(rules: rules), accounts, CancellationToken.None);
}
