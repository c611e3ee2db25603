using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Documents;
using FinalAccounts.Tests.Rendering;
using FinalAccounts.Tests.Rendering.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Word;

public sealed class WordTableTests
{
    [Fact]
    public void HeaderRowsRepeatAndNoRowIsSplit()
    {
        using var file = WordSample.Open();
        var parts = Parts(file, "T_t01").Select(part => part.Elements<W.TableRow>().ToList()).ToList();
        Assert.Equal(31, parts.Sum(rows => rows.Count - 3));
        Assert.All(parts, rows => Assert.Equal(3, rows.Count(row => row.Descendants<W.TableHeader>().Any())));
        Assert.All(parts, rows => Assert.All(rows.Take(3), row => Assert.True(row.Descendants<W.TableHeader>().Any())));
        Assert.All(parts, rows => Assert.All(rows, row => Assert.True(row.Descendants<W.CantSplit>().Any())));
    }

    [Fact]
    public void ACategoryKeepsItsFirstRowAndAHeadsLinesHaveTheirFullRoom()
    {
        string[] codes = ["201", "20103", "2010301", "2010302"];
        var wide = TablePagesTests.Wide(9, codes.Length);
        var table = wide with { Rows = [.. wide.Rows.Zip(codes, (row, code) => row with { Key = code })] };
        var document = WordSample.Document with { Sections = [new Section(new PageSetup(PageOrientation.Landscape, Kind: PageKind.Tables), [table])] };

        using var file = WordSample.Open(WordSample.Render(document, null));
        var rows = WordSample.Body(file).Descendants<W.TableRow>().ToList();

        Assert.Equal([true, true, false, false], rows.Skip(1).Select(row => row.Descendants<W.KeepNext>().Any()));
        Assert.All(rows[0].Elements<W.TableCell>().Where(cell => cell.Descendants<W.Break>().Any()), cell => Assert.Equal("30", cell.TableCellProperties!.TableCellMargin!.LeftMargin!.Width!.Value));
        Assert.Contains(rows[0].Descendants<W.Break>(), _ => true);
        Assert.DoesNotContain(rows.Skip(1), row => row.Descendants<W.TableCellMargin>().Any());
    }

    [Fact]
    public void SpansFillTheGridInEveryRow()
    {
        using var file = WordSample.Open();
        foreach (var grid in WordSample.Body(file).Elements<W.Table>())
        {
            var columns = grid.GetFirstChild<W.TableGrid>()!.Elements<W.GridColumn>().Select(column => int.Parse(column.Width!)).ToList();
            foreach (var row in grid.Elements<W.TableRow>())
            {
                Assert.Equal(columns.Count, row.Elements<W.TableCell>().Sum(cell => cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1));
                Assert.Equal(columns.Sum(), row.Elements<W.TableCell>().Sum(cell => int.Parse(cell.TableCellProperties!.TableCellWidth!.Width!)));
            }
        }
    }

    [Fact]
    public void ACellOverRowsIsMergedDownwards()
    {
        using var file = WordSample.Open();
        var parts = Parts(file, "T_f2").Select(part => part.Elements<W.TableRow>().ToList()).ToList();
        var rows = parts[0];
        // 预算执行情况 covers two rows, 年度绩效目标 covers all rows of indicators, and is said again where they go over the page.
        Assert.Equal(W.MergedCellValues.Restart, Merge(rows[3], 0));
        Assert.Equal(W.MergedCellValues.Continue, Merge(rows[4], 0));
        Assert.Equal(W.MergedCellValues.Restart, Merge(rows[5], 0));
        Assert.All(rows.Skip(6), row => Assert.Equal(W.MergedCellValues.Continue, Merge(row, 0)));
        Assert.Equal(W.MergedCellValues.Restart, Merge(parts[1][0], 0));
        Assert.Equal(rows[5].Elements<W.TableCell>().First().InnerText, parts[1][0].Elements<W.TableCell>().First().InnerText);
    }

    [Fact]
    public void ARowInWhichNoCellBeginsIsLeftOut()
    {
        using var file = WordSample.Open();
        // Four header rows, of which the third is covered by the second, and seventy of the body.
        var parts = Parts(file, "T_t02").Select(part => part.Elements<W.TableRow>().ToList()).ToList();
        Assert.Equal(70, parts.Sum(rows => rows.Count - 3));
        Assert.All(parts, rows => Assert.Equal(3, rows.Count(row => row.Descendants<W.TableHeader>().Any())));
    }

    [Fact]
    public void NumbersStandRightAndTheWidthIsTheTexts()
    {
        using var file = WordSample.Open();
        var grid = Grid(file, "T_t01");
        Assert.Equal("8845", grid.GetFirstChild<W.TableProperties>()!.TableWidth!.Width!.Value);
        Assert.Equal(W.TableLayoutValues.Fixed, grid.GetFirstChild<W.TableProperties>()!.TableLayout!.Type!.Value);
        var amount = grid.Elements<W.TableRow>().ElementAt(3).Elements<W.TableCell>().ElementAt(2);
        Assert.Equal("95,096.14", amount.InnerText);
        Assert.Equal(W.JustificationValues.Right, amount.Descendants<W.Justification>().Single().Val!.Value);
    }

    [Fact]
    public void TwoTablesInARowStayTwo()
    {
        using var file = WordSample.Open(WordSample.Render(WordSample.Of(SampleTables.Small(), SampleTables.Small() with { Id = "s2" })));
        var tables = WordSample.Body(file).Elements<W.Table>().ToList();
        Assert.Equal(2, tables.Count);
        Assert.Single(tables[0].ElementsAfter().TakeWhile(element => element is not W.Table).OfType<W.Paragraph>());
    }

    [Fact]
    public void CellsThatLeaveAHoleAreAnError()
    {
        var table = new Table("x", [new TableColumn(1), new TableColumn(1)], [], [new TableRow([SampleTables.Words("甲")])]);
        Assert.Throws<ArgumentException>(() => WordSample.Render(WordSample.Of(table)));
    }

    // The parts of a table that goes over pages.
    private static IEnumerable<W.Table> Parts(WordprocessingDocument file, string bookmark) => WordSample.Body(file).Elements<W.BookmarkStart>()
        .Where(start => start.Name!.Value == bookmark || start.Name.Value!.StartsWith(bookmark + "_", StringComparison.Ordinal)).Select(start => (W.Table)start.NextSibling()!);

    private static W.Table Grid(WordprocessingDocument file, string bookmark) =>
        (W.Table)WordSample.Body(file).Elements<W.BookmarkStart>().Single(start => start.Name == bookmark).NextSibling()!;

    private static W.MergedCellValues? Merge(W.TableRow row, int cell) =>
        row.Elements<W.TableCell>().ElementAt(cell).TableCellProperties!.VerticalMerge?.Val?.Value;
}
