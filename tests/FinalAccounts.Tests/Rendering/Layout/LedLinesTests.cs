using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Tests.Rendering.Layout;

public sealed class LedLinesTests
{
    [Theory]
    [InlineData("三、国有资本经营预算财政拨款", 11.5)]
    [InlineData("二十二、灾害防治及应急管理支出", 14.5)]
    [InlineData("其他对个人和家庭的补助", 10.5)]
    [InlineData("数量指标（15分）", 6.5)]
    [InlineData("2024年度政府办公厅（室）及相关机构事务政务公开审批项目自评表", 28.5)]
    public void LessRoomLeadsLinesToEndBetweenWords(string text, double characters)
    {
        var led = LedLines.Of(text, characters, 1)!;

        Assert.Equal(text, string.Concat(led.Lines));
        Assert.Equal(2, led.Lines.Count);
        Assert.True(led.Lines[^1].Length > 1);
        Assert.False(WordEnds.IsInside(text, led.Lines[0].Length), string.Join('／', led.Lines));

        // A quarter of a character more or less changes nothing: types and programs differ by so much.
        Assert.All([-0.2, 0.2], other => Assert.Equal(led.Lines, Filled(text, led.Room + other)));
    }

    [Theory]
    [InlineData("国有资本", 4.5)]
    [InlineData("国有资本经营预算财政拨款", 8.5)]
    [InlineData("甲\n乙", 1.5)]
    public void WhatFitsOrEndsWellStaysAsItIs(string text, double characters) => Assert.Null(LedLines.Of(text, characters, 1));

    [Fact]
    public void AFigureWithItsUnitIsOnePiece()
    {
        var figure = new Figure("15分", 15, "分", SampleDocument.CellOrigin("自评", "", "得分", 15));

        Assert.InRange(CellText.Widest([figure], 10), 20, 23);
    }

    private static List<string> Filled(string text, double room)
    {
        var lines = new List<string> { "" };
        foreach (var piece in CellText.Loose(text))
        {
            if (lines[^1].Length > 0 && FinalAccounts.Rendering.Drawing.TextMeasure.Width(lines[^1] + piece, 1) > room)
            {
                lines.Add("");
            }

            lines[^1] += piece;
        }

        return lines;
    }
}
