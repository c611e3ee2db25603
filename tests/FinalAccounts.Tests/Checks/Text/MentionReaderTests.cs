using FinalAccounts.Documents;
using FinalAccounts.Passages;

namespace FinalAccounts.Tests.Checks.Text;

public sealed class MentionReaderTests
{
    [Theory]
    [InlineData("收、支总计95,205.29万元。", "Amount 万元 952052900")]
    [InlineData("引进646亿元", "Amount 亿元 64600000000")]
    [InlineData("核减1742256元，", "Amount 元 1742256")]
    [InlineData("１，２３４．５６万元", "Amount 万元 12345600")]
    [InlineData("2023年，100家", "Year 年 2023", "Count 家 100")]
    [InlineData("增加1，200元", "Other  1", "Amount 元 200")]
    [InlineData("１２３４．５６万元", "Amount 万元 12345600")]
    [InlineData("增长17.9%，", "Percent % 0.179")]
    [InlineData("比重为99.4％", "Percent ％ 0.994")]
    [InlineData("综合得分为98.84分，", "Score 分 98.84")]
    [InlineData("响应时间3分钟", "Other  3")]
    [InlineData("2023年度支出", "Year 年 2023")]
    [InlineData("2024年5月23日", "Year 年 2024", "Other 月 5", "Other 日 23")]
    [InlineData("出国（境）团组8个，18人次", "Count 个 8", "Count 人次 18")]
    [InlineData("64.5万人次", "Count 万人次 645000")]
    [InlineData("举办3551国际创业大赛", "Count 国 3551")]
    [InlineData("200M专网、5G+项目", "Other  200", "Other  5")]
    [InlineData("第13届", "Other  13")]
    [InlineData("〔2023〕12号", "Other  2023", "Other 号 12")]
    [InlineData("1.2024年度无", "Other  1", "Year 年 2024")]
    [InlineData("占1.2024万元", "Amount 万元 12024")]
    [InlineData("没有数字")]
    public void NumbersAreReadWithTheirUnits(string text, params string[] expected) =>
        Assert.Equal(expected, Read(text).Select(mention => $"{mention.Kind} {mention.Unit} {mention.Value:0.####}"));

    [Theory]
    [InlineData("约120多万市民", true)]
    [InlineData("近400人次", true)]
    [InlineData("380余个", true)]
    [InlineData("超过5%", true)]
    [InlineData("≥95%", true)]
    [InlineData("完成644次", false)]
    public void WordsThatMakeANumberVagueAreUnderstood(string text, bool vague) => Assert.Equal(vague, Read(text)[0].Approximate);

    [Fact]
    public void ANumberKnowsItsClauseAndHowExactItIs()
    {
        var mention = Read("其中：人员经费46,256.46万元，公用经费3,755.1万元。")[1];

        Assert.Equal("公用经费", mention.Clause.ToString());
        Assert.Equal((true, 1_000m, "3,755.1万元"), (mention.Grouped, mention.Precision, mention.Written));
    }

    [Fact]
    public void ADocumentsLinesKnowTheCellThatEachCharacterCameFrom()
    {
        var place = new Place("文字资料.xlsx", "原因说明", "B4");
        var cell = new OriginCell("原因说明", "", "原因", null, place);
        var passage = Assert.Single(PassageReader.Read(new Paragraph([new Documents.Text("主要原因："), new Documents.Text("增加3人。", new Origin("原因", null, null, [cell]))])));

        Assert.Equal((null, place), (passage.PlaceAt(0), passage.PlaceAt(7)));
        Assert.Equal(cell, passage.CellAt(7));
    }

    private static IReadOnlyList<NumberMention> Read(string text) => MentionReader.Read(new Passage(text, [], new Paragraph([]), PassageKind.Paragraph));
}
