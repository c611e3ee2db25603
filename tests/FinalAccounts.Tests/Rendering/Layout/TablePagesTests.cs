using FinalAccounts.Documents;
using FinalAccounts.Rendering.Layout;
using static FinalAccounts.Tests.Rendering.SampleDocument;

namespace FinalAccounts.Tests.Rendering.Layout;

public sealed class TablePagesTests
{
    private static readonly PageRoom Landscape = new(new PageSetup(PageOrientation.Landscape, Kind: PageKind.Tables), new Theme());
    private static readonly PageRoom Portrait = new(new PageSetup(Kind: PageKind.Tables), new Theme());

    [Fact]
    public void NoHeadEndsInASingleCharacterBesideAWideColumnOfNames()
    {
        TableCell[] heads = [new([new Text("科目名称")]), .. Enumerable.Range(0, 6).Select(_ => new TableCell([new Text("财政拨款收入")]))];
        var table = new Table("t", [new(30), .. Enumerable.Range(0, 6).Select(_ => new TableColumn(5))], [new(heads)], [new([.. heads.Select(_ => new TableCell([new Text("1.00")]))])]);
        const double size = 9, fiveCharacters = 5.3 * size;
        var widths = ColumnWidths.Of(table, TableGrid.Of(table), 12 * (fiveCharacters + (2 * ColumnWidths.Side)), size)!;

        Assert.True(CellText.EndsAlone(heads[1].Inlines, fiveCharacters, size));
        Assert.All(widths[1..], width => Assert.False(CellText.EndsAlone(heads[1].Inlines, width - (2 * ColumnWidths.Side), size)));
    }

    [Fact]
    public void ATableWiderThanThePageLosesNoColumnAndNamesItsRowsInEveryPanel()
    {
        var parts = Parts(Wide(28, 10), Landscape, 0, 0, 9);

        Assert.True(parts.Count > 1);
        var heads = parts.SelectMany(part => part.HeaderRows[0].Cells.Skip(2)).Select(Said).ToList();
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

        var parts = Parts(empty, Landscape, 0, 0, 9);

        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.All(
            part.HeaderRows[0].Cells.Zip(part.Columns), head => Assert.InRange(CellText.Lines(head.First.Inlines, head.Second.Width - (2 * ColumnWidths.Side), part.Setting!.Size), 1, 6)));
    }

    [Fact]
    public void PanelsOfFewRowsStandBelowEachOther()
    {
        var pages = TablePages.Of(Wide(60, 3), Landscape, 0, 0, 9);

        Assert.Contains(pages, page => page.Count > 1);
        Assert.All(pages, page => Assert.All(page.Skip(1), part => Assert.Equal("续表", part.Frame!.Mark)));
        Assert.All(pages, page => Assert.Equal(page[0].Rows.Select(row => row.Key), page[^1].Rows.Select(row => row.Key)));
    }

    [Fact]
    public void ALongTableRepeatsItsHeadAndLosesNoRow()
    {
        var table = Wide(4, 90);
        var parts = Parts(table, Portrait, 0, 0, 9);

        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.Equal(table.HeaderRows[0].Cells.Select(Said), part.HeaderRows[0].Cells.Select(Said)));
        Assert.Equal(table.Rows.Select(row => row.Key), parts.SelectMany(part => part.Rows).Select(row => row.Key));
    }

    [Fact]
    public void AFormSaysItsHeadAndLabelsAgain()
    {
        var form = (Table)SampleForms.Annex(2).First(block => block is Table);
        var parts = Parts(form, Portrait, 0, 0, 9);

        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.Empty(TableGrid.Of(part).Faults));
        var labels = TableGrid.Of(form).Cells.Where(placed => placed.Cell.RowSpan > 10).Select(placed => DocumentText.Of(placed.Cell.Inlines)).ToList();
        Assert.NotEmpty(labels);
        Assert.Contains(parts[1].Rows.Take(2).SelectMany(row => row.Cells).Select(Said), labels.Contains);

        // Nothing is lost: each row's own cells stand in one of the parts.
        var own = TableGrid.Of(form).Cells.Where(placed => placed.Cell.RowSpan == 1).Select(placed => Said(placed.Cell)).Where(text => text.Length > 0);
        var printed = parts.SelectMany(part => part.Rows).SelectMany(row => row.Cells).Select(Said).ToHashSet();
        Assert.Equal([], own.Where(text => !printed.Contains(text)));
    }

    [Fact]
    public void NoGroupIsPartedFromItsFirstRow()
    {
        // 类, 款 and two 项, again and again: at every height a page could end after a 类.
        foreach (var before in Enumerable.Range(0, 4))
        {
            var table = Wide(4, before + 120);
            var parts = Parts(table with { Rows = [.. table.Rows.Select((row, index) => index < before ? row : row with { Key = Code(index - before) })] }, Portrait, 0, 0, 9);

            Assert.True(parts.Count > 1);
            Assert.DoesNotContain(parts.SkipLast(1), part => part.Rows[^1].Key!.Length is 3 or 5);
        }
    }

    [Fact]
    public void HeadsGetTheRoomForTheirWordsBeforeNamesGetALine()
    {
        // 公开04表: two columns of names that fill a line, three of numbers, two of heads over nothing.
        const double size = 9, width = 52 * size, fourCharacters = (4 * size) + (2 * ColumnWidths.Side);
        string[] heads = ["项目", "合计", "项目", "合计", "合计", "国有资本经营预算财政拨款", "政府性基金预算财政拨款"];
        string[] row = ["十四、资源勘探工业信息等支出", "14,786.45", "十四、资源勘探工业信息等支出", "14,786.45", "14,786.45", "", ""];
        var table = new Table("t", [new(16), new(5), new(16), new(5), new(5), new(4), new(4)], [new([.. heads.Select(Cell)])], [new([.. row.Select(Cell)])]);
        double[] Widths(bool headsFirst) => ColumnWidths.Of(table, TableGrid.Of(table), width, size, headsFirst: headsFirst)!;

        Assert.All(Widths(headsFirst: false)[5..], own => Assert.InRange(own, 0, fourCharacters - 1));
        Assert.All(Widths(headsFirst: true)[5..], own => Assert.InRange(own, fourCharacters, width));
        Assert.Equal(width, Widths(headsFirst: true).Sum(), 3);
        Assert.InRange(Widths(headsFirst: true)[1], (4 * size) + (2 * ColumnWidths.Side), width);
    }

    [Fact]
    public void NoGroupIsPartedFromItsFirstRowBelowTextEither()
    {
        foreach (var before in Enumerable.Range(0, 4))
        {
            var table = Wide(4, before + 120);
            table = table with { Rows = [.. table.Rows.Select((row, index) => index < before ? row : row with { Key = Code(index - before) })] };
            var section = new Section(new PageSetup(Kind: PageKind.Tables), [new Paragraph([new Text("本表按资金来源编报，金额单位为万元，合计数可能有尾差。本表按资金来源编报。")]), table]);
            var document = SampleDocument.Create() with { Sections = [section] };

            var parts = PagedDocument.Of(document, new Theme()).Blocks.OfType<Table>().ToList();

            Assert.True(parts.Count > 1);
            Assert.DoesNotContain(parts.SkipLast(1), part => part.Rows[^1].Key!.Length is 3 or 5);
            Assert.True(parts[0].Rows.Count < parts[1].Rows.Count, "no room is kept for the text");
        }
    }

    [Fact]
    public void AShortTableTakesTheLargerType() => Assert.Equal(10.5, Assert.Single(Parts(Wide(3, 5), Portrait, 0, 0, 9)).Setting!.Size);

    [Fact]
    public void NoNumberIsWiderThanItsColumn()
    {
        var parts = Parts(Wide(9, 12), Landscape, 0, 0, 9);

        Assert.All(parts, part => Assert.All(
            TableGrid.Of(part).Cells.Where(placed => placed.Cell.Inlines is [Figure]),
            placed => Assert.True(CellText.Widest(placed.Cell.Inlines, part.Setting!.Size) + (2 * ColumnWidths.Side) <= part.Columns[placed.Column].Width)));
    }

    [Fact]
    public void AScoreIsOnePiece() => Assert.Equal(["群", "众", "满", "意", "度", "（2.5分）"], CellText.Pieces("群众满意度（2.5分）"));

    private static string Code(int row) => $"{201 + (row / 4)}05{(row % 4) + 10}"[..(row % 4 == 0 ? 3 : row % 4 == 1 ? 5 : 7)];

    private static List<Table> Parts(Table table, PageRoom room, double above, double after, double leastSize) => [.. TablePages.Of(table, room, above, after, leastSize).SelectMany(page => page)];

    internal static Table Wide(int values, int rows) => new(
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

    // Heads and labels stand in lines.
    private static string Said(TableCell cell) => DocumentText.Of(cell.Inlines).Replace("\n", "", StringComparison.Ordinal);

    private static TableCell Cell(string text) => new([new Text(text)]);
}
