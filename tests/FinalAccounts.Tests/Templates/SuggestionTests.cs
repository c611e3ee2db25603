using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("收入⽀出", "收入支出", "，是不是“收入支出”？（第3字“⽀”是康熙部首，应为“支”）")]
    [InlineData("公务⻋辆", "公务车辆", "，是不是“公务车辆”？（第3字“⻋”是部首字符，应为“车”）")]
    [InlineData("年未结余", "年末结余", "，是不是“年末结余”？（第2字“未”应为“末”）")]
    [InlineData("支出\u200B合计", "支出合计", "，是不是“支出合计”？（写的里面多了看不见的字符 U+200B）")]
    [InlineData("支出 合计", "支出合计", "，是不是“支出合计”？（写的里面多了空格）")]
    [InlineData("表０1", "表01", "，是不是“表01”？（第2字“０”是全角字符，应为“0”）")]
    [InlineData("收支总记", "收支总计", "，是不是“收支总计”？")]
    public void ASuggestionThatLooksLikeTheInputNamesTheDifference(string written, string meant, string said) =>
        Assert.Equal(said, Suggestion.For(written, [meant]));

    [Fact]
    public void TheCorrectionAtAClickIsStillRead() =>
        Assert.Equal(("年未结余", "年末结余"), Suggestion.Read($"没有“年未结余”这个名称{Suggestion.For("年未结余", ["年末结余"])}"));
}
