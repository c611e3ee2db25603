using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Documents;
using FinalAccounts.Tests.Formulas;
using static FinalAccounts.Tests.Formulas.SmallAccounts;

namespace FinalAccounts.Tests.Checks;

/// <summary>Rules over the records of facts.</summary>
public sealed class RecordRulesTests
{
    [Fact]
    public void ARuleOverRecordsNamesTheRecordThatBreaksIt()
    {
        var finding = Assert.Single(Check("- {code: 人次, over: 资料.出国团组, formula: \"本条.人次 <= 3\", message: 人次过多}\n"));

        Assert.StartsWith("人次过多（出国团组第", finding.Message, StringComparison.Ordinal);
        Assert.Equal("≤ 3", finding.Expected);
    }

    [Fact]
    public void AMistakeThatEveryRecordOfAGroupRepeatsIsOneFindingWithAllCells()
    {
        FactRecord Trip(string cell, decimal persons) => new(new Dictionary<string, FactValue> { ["人次"] = new(new Place("文字资料.xlsx", "出国团组", cell)) { Number = persons } });
        var unit = SmallAccounts.Unit();
        var accounts = unit with { Facts = new Facts(new Dictionary<string, FactSheet>(unit.Facts.Sheets) { ["出国团组"] = new("出国团组", [Trip("B2", 3), Trip("B3", 5)]) }) };
        IReadOnlyList<Finding> Broken(string formula) =>
            Checker.Check(Set(rules: $"- {{code: 甲, over: 资料.出国团组, formula: \"{formula}\", message: x}}\n"), accounts, CancellationToken.None);

        Assert.Equal(["B2", "B3"], Broken("本条.人次 = 99").Select(finding => Assert.Single(finding.Places).Cell));
        Assert.Equal(["B2", "B3"], Assert.Single(Broken("1 = 求和(资料.出国团组.人次)")).Places.Select(place => place.Cell));
    }

    [Theory]
    [InlineData("over: 资料.出国团组, formula: \"本条.人 > 0\"", "资料.出国团组 没有项目“人”，是不是“人次”？")]
    [InlineData("over: 资料.出国, formula: \"本条.人次 > 0\"", "资料没有工作表“出国”")]
    [InlineData("formula: \"本条.人次 > 0\"", "“本条”只能用在 over 写了“资料.工作表”的规则里")]
    [InlineData("formula: \"计数(资料.出国团组[人次]) > 0\"", "“人次”要与本条比较，只能用在 over 写了“资料.工作表”的规则里；要与文字比较，请加引号")]
    [InlineData("over: 资料.出国团组, eachColumn: true, formula: \"本条.人次 > 0\"", "eachColumn 只用于表，不用于资料")]
    [InlineData("formula: \"天数(1, 2) > 0\"", "这里应当是日期")]
    public void AMistakeInARuleOverRecordsIsReported(string rule, string message) =>
        Assert.Contains(Compile(rules: $"- {{code: 甲, {rule}, message: x}}\n").Findings, finding => finding.Message.EndsWith(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("≥95%", "97%", 10, 10, 10)]
    [InlineData("≥20次", "18次", 9, 9, 10)]
    [InlineData("≤3天", "4天", 7.5, 7.5, 10)]
    [InlineData("≤3天", "2天", 10, 10, 10)]
    [InlineData("15家", "10家", 6.6667, 10, 10)]
    [InlineData("提升", "部分达成预期指标", 5, 8, 10)]
    [InlineData("提升", "达成预期指标", 8, 10, 10)]
    [InlineData("提升", "未达成预期指标", 0, 5, 10)]
    public void TheScoreOfAnIndicatorFollowsTheNotesOfTheForms(string target, string achieved, double lowest, double highest, int weight)
    {
        var score = FinalAccounts.Formulas.IndicatorScore.Of(weight, target, achieved)!;

        Assert.Equal(((decimal)lowest, (decimal)highest), (Math.Round(score.Lowest, 4), Math.Round(score.Highest, 4)));
    }

    [Theory]
    [InlineData("提升", "提升")]
    [InlineData("≥20批、10人", "20批、10人")]
    [InlineData("≥20次", "18场")]
    [InlineData("≥20次", "0次")]
    public void AnIndicatorThatIsNoSingleNumberHasNoComputedScore(string target, string achieved) =>
        Assert.Null(FinalAccounts.Formulas.IndicatorScore.Of(10, target, achieved));

    private static IReadOnlyList<Finding> Check(string rules) => Checker.Check(Set(rules: rules), SmallAccounts.Unit(), CancellationToken.None);
}
