using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;

namespace FinalAccounts.Tests.Rendering;

public sealed class TitleLinesTests
{
    private const string Pattern = "某市（区）2024年度、部门";
    private static readonly Theme Theme = new();

    [Theory]
    [InlineData(22, "第五部分　名词解释", "第五部分　名词解释")]
    [InlineData(22, "第一部分　武汉东湖新技术开发区管理委员会（本级）概况", "第一部分　武汉东湖新技术开发区|管理委员会（本级）概况")]
    [InlineData(22, "第二部分　武汉东湖新技术开发区管理委员会（本级）2023年度部门决算表", "第二部分　武汉东湖新技术开发区管理委员会|（本级）2023年度部门决算表")]
    [InlineData(32, "武汉东湖新技术开发区管理委员会（本级）", "武汉东湖新技术开发区|管理委员会（本级）")]
    [InlineData(16, "2023年度武汉东湖新技术开发区管理委员会机关部门整体绩效自评结果", "2023年度武汉东湖新技术开发区管理委员会|机关部门整体绩效自评结果")]
    [InlineData(16, "2023年度东湖新技术开发区智慧综治中心平台建设一期工程项目自评表", "2023年度东湖新技术开发区智慧综治中心|平台建设一期工程项目自评表")]
    [InlineData(16, "2024年度清河县文化和旅游局行政审批服务机构部门整体支出绩效自评结果", "2024年度清河县文化和旅游局行政审批|服务机构部门整体支出绩效自评结果")]
    [InlineData(16, "2024年度国有资本经营预算财政拨款收入支出决算情况说明及有关指标", "2024年度国有资本经营预算财政拨款|收入支出决算情况说明及有关指标")]
    public void TitlesBreakAtSignsAndNamesOfBodies(double size, string title, string lines) =>
        Assert.Equal(lines.Split('|'), TitleLines.Of(title, size, new PageSetup(), Theme));

    [Fact]
    public void ANumberKeepsItsUnit() => Assert.Equal(["单价", "200万元", "以上", "大型", "设备"], WordEnds.Pieces("单价200万元以上大型设备"));

    [Fact]
    public void NoLineIsTooLongOrLongerThanTheFirstAndNothingIsLost()
    {
        foreach (var length in Enumerable.Range(1, 90))
        {
            var title = string.Concat(Enumerable.Range(0, length).Select(index => Pattern[index % Pattern.Length]));
            var lines = TitleLines.Of(title, 22, new PageSetup(), Theme);
            Assert.Equal(title, string.Concat(lines));
            Assert.All(lines, line => Assert.InRange(TitleLines.Width(line), 0.5, TitleLines.CharactersPerLine(22, new PageSetup(), Theme)));
            Assert.All(lines, line => Assert.True(TitleLines.Width(line) <= TitleLines.Width(lines[0]), title));
            Assert.All(lines.Skip(1), line => Assert.DoesNotContain(line[0], "）、年"));
        }
    }
}
