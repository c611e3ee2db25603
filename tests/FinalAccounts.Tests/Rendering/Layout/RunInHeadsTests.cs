using FinalAccounts.Documents;
using FinalAccounts.Rendering.Layout;
using FinalAccounts.Tests.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Rendering.Layout;

public sealed class RunInHeadsTests
{
    [Theory]
    [InlineData("（3）建设完成后，均验收通过", "2023年项目建设完成，验收通过率达到100%。", true)]
    [InlineData("2.完成的绩效目标", "全年完成六项。", true)]
    [InlineData("本次自评工作具体实施过程如下：", "准备阶段（2024年5月10日至5月14日）：组织各科室学习。", true)]
    [InlineData("8、市委交办的其他工作。", "武汉东湖新技术开发区管理委员会受市人民政府委托。", false)]
    [InlineData("（1）计划举办10场，实际举办9场；", "（2）计划培训4次，实际培训2次。", false)]
    [InlineData("（1）信息化建设", "（2）设备购置", false)]
    [InlineData("组长：潘青煜", "成员：余红、王丽君。", false)]
    [InlineData("（1）项目实施保障了科学高效的社会化服务机制，增强了群众服务便民性", "全年完成六项。", false)]
    public void ALineThatLeadsToTheNextParagraphStaysWithIt(string first, string second, bool held)
    {
        Block[] blocks = [Body(first), Body(second)];

        Assert.Equal(held ? [0] : [], RunInHeads.Of(blocks));
        using var file = WordSample.Open(WordSample.Render(WordSample.Of([.. blocks, new PageBreak(), Body("。"), Body("。")])));
        Assert.Equal(held, WordSample.Body(file).Descendants<W.Paragraph>().Single(paragraph => paragraph.InnerText == first).ParagraphProperties!.KeepNext is not null);
    }

    [Fact]
    public void TheLastBlockLeadsToNothing() => Assert.Empty(RunInHeads.Of([Body("（3）均验收通过")]));

    private static Paragraph Body(string text) => new([new Text(text)], ParagraphStyle.Body);
}
