using FinalAccounts.Documents;
using FinalAccounts.Service.Comments;
using FinalAccounts.Service.Data;

namespace FinalAccounts.Service.Tests.Comments;

[Collection(ServiceTests.Name)]
public sealed class CommentTextTests
{
    private static readonly Mentionable[] People = [new("zhang", "张三"), new("zhang2", "张三丰"), new("li", "li"), new("lina", "李娜")];

    [Theory]
    [InlineData("请@张三看", "请|@张三=zhang|看")]
    [InlineData("@张三丰", "@张三丰=zhang2")]
    [InlineData("@zhang2 @zhang", "@zhang2=zhang2| |@zhang=zhang")]
    [InlineData("@lina", "@lina=lina")]
    [InlineData("@linda", "@linda")]
    [InlineData("li@张三.cn", "li@张三.cn")]
    [InlineData("@王五，@@li", "@王五，@|@li=li")]
    [InlineData("没有", "没有")]
    [InlineData("@", "@")]
    public void NamesBehindAnAtAreFound(string text, string pieces)
    {
        Assert.Equal(pieces, string.Join('|', Mentions.Split(text, People).Select(piece => piece.UserName is null ? piece.Text : $"{piece.Text}={piece.UserName}")));
        Assert.Equal(text, string.Concat(Mentions.Split(text, People).Select(piece => piece.Text)));
    }

    [Theory]
    [InlineData("一、收入", "收入1.00万元，增加2.5%。", "一、收入", "收入12,345.67万元，减少31%。", true)]
    [InlineData("一、收入", "收入1.00万元。", "三、收入", "收入2.00万元。", true)]
    [InlineData("一、收入", "收入1.00万元。", "一、支出", "收入1.00万元。", false)]
    [InlineData("一、收入", "收入1.00万元。", "一、收入", "支出1.00万元。", false)]
    public void SentenceIsKnownAgainByItsWordsWithoutTheFigures(string heading, string sentence, string laterHeading, string later, bool same) =>
        Assert.Equal(same, CommentKeys.Of(heading, sentence) == CommentKeys.Of(laterHeading, later));

    [Fact]
    public void CellIsKnownByItsNames()
    {
        var spot = new DataSpot("表01", "收入总计", "金额", false);
        Assert.Equal(spot, CommentKeys.Spot(CommentKeys.Of(spot)));
        var fact = new DataSpot("基本情况", "", "成立日期", true);
        Assert.Equal(fact, CommentKeys.Spot(CommentKeys.Of(fact)));
        Assert.Null(CommentKeys.Spot("表01\t收入总计"));
    }

    [Fact]
    public void DocumentIsReadInSentencesBelowItsHeadings()
    {
        var document = new Document(new DocumentMetadata("题", "某局", 2023, DateTimeOffset.UnixEpoch), [new Section(new PageSetup(),
        [
            new Heading(1, [new Text("第一部分 概况")], "p1"), new Paragraph([new Text("一句。“又一句。”三句；没有句号")]),
            new Heading(2, [new Text("一、收入")], "p2"), new ListBlock(false, [[new Text("甲。")], [new Text("乙。")]]),
        ])]);
        Assert.Equal(
            ["第一部分 概况: 一句。/“又一句。”/三句；/没有句号", "一、收入: 甲。", "一、收入: 乙。"],
            DocumentSentences.Of(document).SelectMany(part => part.Paragraphs.Select(paragraph => $"{part.Heading}: {string.Join('/', paragraph.Select(sentence => sentence.Text))}")));
    }
}
