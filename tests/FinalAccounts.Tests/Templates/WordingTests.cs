using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

/// <summary>The wordings that a set does not want.</summary>
public sealed class WordingTests
{
    private const string Metric = "11-single-metric-overridden";

    [Fact]
    public void ASetAddsWordingsAndSaysOneAnew()
    {
        var set = new SetOfCase(Metric, "x-metric-2024")
            .With("wording/本省.yaml", "- {write: 收支总额, not: [收支总计数], why: 本省说法}\n- {write: 其他各项, not: [其它]}\n")
            .Compiled().Set;

        Assert.Contains(new Wording("收支总计数", "收支总额", "本省说法"), set.Wordings);
        Assert.Equal(["其他各项"], set.Wordings.Where(wording => wording.Wrong == "其它").Select(wording => wording.Right));
        Assert.Contains(set.Wordings, wording => wording is { Wrong: "三公经费", Right: "“三公”经费" });
    }

    [Fact]
    public void AWordingThatIsSaidTwiceIsRefusedWithItsPlace()
    {
        var result = new SetOfCase(Metric, "x-metric-2024").With("wording.yaml", "- {write: 甲, not: [乙]}\n- {write: 丙, not: [乙]}\n").Compile();
        Assert.Contains(result.Findings, finding => finding.Message.Contains("用语“乙”", StringComparison.Ordinal) && finding.Places[0].Line == 2);
    }
}
