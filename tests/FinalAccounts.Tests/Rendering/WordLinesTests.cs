using FinalAccounts.Documents;
using FinalAccounts.Rendering.Drawing;
using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Tests.Rendering;

public sealed class WordLinesTests
{
    [Theory]
    [InlineData(7, "功能分类科目编码", "功能分类|科目编码")]
    [InlineData(6, "附属单位上缴收入", "附属单位|上缴收入")]
    [InlineData(6, "对附属单位补助支出", "对附属单位|补助支出")]
    [InlineData(10, "公务用车购置及运行维护费", "公务用车购置|及运行维护费")]
    [InlineData(9, "偏差大或目标未完成原因分析", "偏差大或目标|未完成原因分析")]
    [InlineData(5, "满意度指标（10分）", "满意度指标|（10分）")]
    [InlineData(10, "二十六、抗疫特别国债安排的支出", "二十六、抗疫特别|国债安排的支出")]
    [InlineData(1, "行次", "行|次")]
    [InlineData(4, "1234567890.12", "12345678|90.12")]
    public void LinesEndBetweenWordsAndAreAsFewAsCanBe(double characters, string text, string lines) => Assert.Equal(lines.Split('|'), WordLines.Of(text, characters * 10, 10));

    [Theory]
    [InlineData(3, "年度|绩效目标|（80分）")]
    [InlineData(2, "年度绩效目|标（80分）")]
    public void OneLineMoreIsTakenWhereARowIsFreeAndAWordWouldBeTorn(int rows, string lines) => Assert.Equal(lines.Split('|'), WordLines.Of("年度绩效目标（80分）", 51, 10, rows));

    [Theory]
    [InlineData(5.2, "年度绩效指标（40分）", "年度|绩效指标|（40分）")]
    [InlineData(5.2, "满意度指标（10分）", "满意度指标|（10分）")]
    [InlineData(4, "住房公积金", "住房|公积金")]
    [InlineData(4.6, "对附属单位补助支出", "对附属|单位|补助支出")]
    [InlineData(2.3, "公积金", "公积|金")]
    [InlineData(3.3, "机关事业单位基本养老保险缴费", "机关|事业|单位|基本|养老|保险|缴费")]
    public void ALabelTakesAsManyLinesAsKeepItsWordsWholeInPdfAndWordAlike(double characters, string label, string lines)
    {
        const double size = 10;
        var room = characters * size;
        var table = new Table("t", [new TableColumn(room + (2 * ColumnWidths.Side))], [], [new TableRow([new TableCell([new Text(label)]) { Header = true }])]) { Setting = new TableSetting(size, 1) };

        var cell = HeadLines.In(table).Rows[0].Cells[0];

        Assert.Equal(lines, DocumentText.Of(cell.Inlines).Replace('\n', '|'));
        Assert.Equal(lines.Split('|').Length, HeadLines.Count(new TableCell([new Text(label)]), room, size, whole: true));
        Assert.Same(cell.Inlines, HeadLines.Of(cell.Inlines, room, size, 1));
    }
}
