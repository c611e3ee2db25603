using System.Text;
using FinalAccounts.Reading;

namespace FinalAccounts.Tests.Reading;

/// <summary>What a line with a number is: a heading, or a paragraph whose full stop is missing.</summary>
public sealed class HeadingLineTests
{
    [Theory]
    [InlineData("五、项目支出：指单位为完成特定的行政工作任务所发生的各项支出", LineKind.Paragraph)]
    [InlineData("（三）国有资本经营收入：是指当年拨付的资金", LineKind.Paragraph)]
    [InlineData("五、项目支出：指单位为完成特定的行政工作任务所发生的各项支出。", LineKind.Paragraph)]
    [InlineData("五、项目支出决算情况说明", LineKind.Heading)]
    [InlineData("（三）绩效指标：产出", LineKind.Heading)]
    public void ATermExplainedIsNoHeading(string line, LineKind kind)
    {
        var document = DocumentReader.Read("公开.txt", Encoding.UTF8.GetBytes($"第一部分 概况\n{line}\n"), CancellationToken.None);

        Assert.Equal(kind, document.Parts.OfType<PublishedLine>().Single(part => part.Text == line).Kind);
    }
}
