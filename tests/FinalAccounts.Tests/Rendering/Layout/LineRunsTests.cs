using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Tests.Rendering.Layout;

public sealed class LineRunsTests
{
    [Theory]
    [InlineData("没有完全达到目标。", "目标。")]
    [InlineData("支出决算为42万元。", "万元。")]
    [InlineData("支出决算为42.00元", "42.00元")]
    [InlineData("完成预算的100%", "100%")]
    [InlineData("完成年初目标（二）。", "（二）。")]
    public void TheLastCharactersStayTogether(string text, string last) => Assert.Equal((last, true), LineRuns.Of(text, ends: true).Last());

    [Fact]
    public void AMiddleDotStaysWithWhatStandsBeforeIt() =>
        Assert.Equal([("武", false), ("汉·", true), ("中国光谷举行博览", false), ("会等。", true)], LineRuns.Of("武汉·中国光谷举行博览会等。", ends: true));

    [Theory]
    [InlineData("。")]
    [InlineData("无。")]
    [InlineData("（1）主要产出和效益是：一是产出指标40分；二是效益")]
    [InlineData("http://www.example.gov.cn/2024/index.html")]
    public void NothingIsLostOrAdded(string text) => Assert.Equal(text, string.Concat(LineRuns.Of(text, ends: true).Select(run => run.Text)));
}
