using FinalAccounts.Documents;
using FinalAccounts.Rendering.Layout;
using static FinalAccounts.Tests.Rendering.SampleDocument;

namespace FinalAccounts.Tests.Rendering.Layout;

public sealed class TablePagesTests
{
    private static readonly PageRoom Landscape = new(new PageSetup(PageOrientation.Landscape, Kind: PageKind.Tables), new Theme());
    private static readonly PageRoom Portrait = new(new PageSetup(Kind: PageKind.Tables), new Theme());

    [Fact]
    public void ATableWiderThanThePageLosesNoColumnAndNamesItsRowsInEveryPanel()
    {
        var parts = TablePages.Of(Wide(28, 10), Landscape, 0, 0, 9);

        Assert.True(parts.Count > 1);
        var heads = parts.SelectMany(part => part.HeaderRows[0].Cells.Skip(2)).Select(cell => DocumentText.Of(cell.Inlines)).ToList();
        Assert.Equal(Enumerable.Range(1, 28).Select(number => $"商品和服务支出{number}"), heads);
        Assert.All(parts, part =>
        {
            Assert.Equal("科目编码", DocumentText.Of(part.HeaderRows[0].Cells[0].Inlines));
            Assert.Equal("2010301", DocumentText.Of(part.Rows[0].Cells[0].Inlines));
            Assert.Equal(Landscape.Width, part.Columns.Sum(column => column.Width), 3);
            Assert.Empty(TableGrid.Of(part).Faults);
            Assert.True(part.Columns[1].Width > 5 * part.Setting!.Size, "names one character wide");
        });
        Assert.Equal(parts.Count, parts.Select(part => part.Id).Distinct().Count());
    }

    [Fact]
    public void NoHeadOfAPanelStandsACharacterALineOverAColumnWithoutFigures()
    {
        var table = Wide(60, 10);
        var empty = table with { Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Take(2), .. row.Cells.Skip(2).Select(_ => Cell(""))] })] };

        var parts = TablePages.Of(empty, Landscape, 0, 0, 9);

        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.All(
            part.HeaderRows[0].Cells.Zip(part.Columns), head => Assert.InRange(CellText.Lines(head.First.Inlines, head.Second.Width - (2 * ColumnWidths.Side), part.Setting!.Size), 1, 6)));
    }

    [Fact]
    public void ALongTableRepeatsItsHeadAndLosesNoRow()
    {
        var table = Wide(4, 90);
        var parts = TablePages.Of(table, Portrait, 0, 0, 9);

        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.Equal(table.HeaderRows, part.HeaderRows));
        Assert.Equal(table.Rows.Select(row => row.Key), parts.SelectMany(part => part.Rows).Select(row => row.Key));
    }

    [Fact]
    public void AFormSaysItsHeadAndLabelsAgain()
    {
        var form = (Table)SampleForms.Annex(2).First(block => block is Table);
        var parts = TablePages.Of(form, Portrait, 0, 0, 9);

        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.Empty(TableGrid.Of(part).Faults));
        var labels = TableGrid.Of(form).Cells.Where(placed => placed.Cell.RowSpan > 10).Select(placed => DocumentText.Of(placed.Cell.Inlines)).ToList();
        Assert.NotEmpty(labels);
        Assert.Contains(parts[1].Rows.Take(2).SelectMany(row => row.Cells).Select(cell => DocumentText.Of(cell.Inlines)), labels.Contains);

        // Nothing is lost: each row's own cells stand in one of the parts.
        var own = TableGrid.Of(form).Cells.Where(placed => placed.Cell.RowSpan == 1).Select(placed => DocumentText.Of(placed.Cell.Inlines)).Where(text => text.Length > 0);
        var printed = parts.SelectMany(part => part.Rows).SelectMany(row => row.Cells).Select(cell => DocumentText.Of(cell.Inlines)).ToHashSet();
        Assert.Equal([], own.Where(text => !printed.Contains(text)));
    }

    [Fact]
    public void AShortTableTakesTheLargerType() => Assert.Equal(10.5, Assert.Single(TablePages.Of(Wide(3, 5), Portrait, 0, 0, 9)).Setting!.Size);

    [Fact]
    public void NoNumberIsWiderThanItsColumn()
    {
        var parts = TablePages.Of(Wide(9, 12), Landscape, 0, 0, 9);

        Assert.All(parts, part => Assert.All(
            TableGrid.Of(part).Cells.Where(placed => placed.Cell.Inlines is [Figure]),
            placed => Assert.True(CellText.Widest(placed.Cell.Inlines, part.Setting!.Size) + (2 * ColumnWidths.Side) <= part.Columns[placed.Column].Width)));
    }

    [Fact]
    public void AScoreIsOnePiece() => Assert.Equal(["群", "众", "满", "意", "度", "（2.5分）"], CellText.Pieces("群众满意度（2.5分）"));

    private static Table Wide(int values, int rows) => new(
        "t02",
        [new TableColumn(10), new TableColumn(20), .. Enumerable.Range(0, values).Select(_ => new TableColumn(10, CellAlign.Right))],
        [new TableRow([Cell("科目编码"), Cell("科目名称"), .. Enumerable.Range(1, values).Select(number => Cell($"商品和服务支出{number}"))])],
        [.. Enumerable.Range(0, rows).Select(row => new TableRow([
            Cell("2010301"), Cell("行政运行经费支出"), .. Enumerable.Range(0, values).Select(_ => new TableCell([Money(123456.78m)])),
        ])
        { Key = $"row{row}" })])
    {
        Kind = TableKind.Accounts,
        Title = "支出决算表",
    };

    private static TableCell Cell(string text) => new([new Text(text)]);
}
