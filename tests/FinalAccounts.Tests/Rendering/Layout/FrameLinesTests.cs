using FinalAccounts.Documents;
using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Tests.Rendering.Layout;

public sealed class FrameLinesTests
{
    private const string Date = "填报日期：2024年5月15日";

    [Theory]
    [InlineData("公开01表", "部门：小局", "金额单位：万元", "/公开01表 部门：小局/金额单位：万元")]
    [InlineData(null, null, "单位：万元", "/单位：万元")]
    [InlineData(null, "单位名称：办公室", Date, "单位名称：办公室/" + Date)]
    // 26 characters, three between and eleven and a half do not stand on a line of 40.
    [InlineData(null, "单位名称：武汉东湖新技术开发区民族宗教事务局和信访办", Date, "单位名称：武汉东湖新技术开发区民族宗教事务局和信访办/ /" + Date)]
    public void TheDateIsNeverDividedWhereTheOwnerIsLong(string? mark, string? owner, string? unit, string lines) =>
        Assert.Equal(lines, string.Join(' ', FrameLines.Of(new TableFrame(mark, owner, unit), width: 40 * FrameLines.Size).Select(line => $"{line.Left}/{line.Right}")));

    [Fact]
    public void WithoutAFrameThereIsNoLine() => Assert.Equal((0, 0), (FrameLines.Of(null, 400).Count, FrameLines.Of(new TableFrame(null, null, null), 400).Count));
}
