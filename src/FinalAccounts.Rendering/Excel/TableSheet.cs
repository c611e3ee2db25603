using Grid = FinalAccounts.Documents.TableGrid;

namespace FinalAccounts.Rendering.Excel;

/// <summary>A published table as a sheet: title, frame lines, header, rows, notes.</summary>
internal static class TableSheet
{
    private const string Amount = "#,##0.00";
    private const double TitleHeight = 30;

    // A character of a title in characters of the sheet's own type.
    private const double TitleWidth = 3.4;

    // Characters across a printed page; columns share it as the table's widths say.
    private const double PortraitCharacters = 92;
    private const double LandscapeCharacters = 132;

    /// <summary>The sheet.</summary>
    /// <param name="name">Its name in the workbook.</param>
    public static Sheet Of(Table table, string name, IReadOnlyList<string> notes, PageOrientation orientation)
    {
        var grid = Grid.Of(table);
        if (grid.Faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', grid.Faults));
        }

        var widths = SheetWidths.Of(table, grid, Characters(orientation));
        var pages = SheetPages.Of(table.Columns, widths, Characters(orientation));
        if (pages.Wide > 1)
        {
            widths = SheetWidths.Roomy(table, grid, widths);
            pages = SheetPages.Of(table.Columns, widths, Characters(orientation));
        }

        var above = pages.Wide == 1 ? Above(table) : AboveWide(table, pages, widths);
        var frozen = above.Count + table.HeaderRows.Count;
        var rows = new List<SheetRow>(above);
        var byRow = grid.Cells.ToLookup(cell => cell.Row);
        for (var row = 0; row < grid.Rows; row++)
        {
            var header = row < table.HeaderRows.Count;
            var source = header ? table.HeaderRows[row] : table.Rows[row - table.HeaderRows.Count];
            rows.Add(new SheetRow([.. byRow[row].Select(cell => Cell(cell, source, header, table.Kind == TableKind.Form, table.Columns))], SheetWidths.Height(byRow[row], widths)));
        }

        rows.AddRange(notes.Select(note => Line(pages.First, note, SheetStyle.Plain, CellAlign.Left, Height(note, widths.Take(pages.First).Sum()))));
        return new Sheet(name, widths, rows)
        {
            FrozenRows = table.HeaderRows.Count > 0 ? frozen : 0,
            FrozenColumns = pages.Names,
            PagesWide = pages.Wide,
            Finished = true,
            TitleRows = above.Count,
            TableRows = grid.Rows,
            Description = SheetDescription.Of(table),
            Landscape = orientation == PageOrientation.Landscape,
        };
    }

    private static List<SheetRow> Above(Table table) =>
    [
        Line(table.Columns.Count, table.Title ?? "", SheetStyle.Title, CellAlign.Center, TitleHeight),
        .. table.Frame is { } frame ? FrameRows(frame, table.Columns.Count) : [],
    ];

    // Where columns are on several pages, title and frame stand over those that are on each.
    private static List<SheetRow> AboveWide(Table table, SheetPages pages, IReadOnlyList<double> widths)
    {
        var columns = pages.Names > 0 ? pages.Names : pages.First;
        var room = widths.Take(columns).Sum();
        var (title, frame) = (table.Title ?? "", (string?[])[table.Frame?.Mark, table.Frame?.Owner, table.Frame?.Unit]);
        return
        [
            Line(columns, title, SheetStyle.Title, CellAlign.Left, TitleHeight * Math.Max(1, Math.Ceiling(title.Length * TitleWidth / room))),
            .. frame.OfType<string>().Select(line => Line(columns, line, SheetStyle.Plain, CellAlign.Left, Height(line, room))),
        ];
    }

    // 公开01表 on the right; below it 部门 on the left and 金额单位 on the right.
    private static IEnumerable<SheetRow> FrameRows(TableFrame frame, int columns)
    {
        if (frame.Mark is { } mark)
        {
            yield return Line(columns, mark, SheetStyle.Plain, CellAlign.Right);
        }

        var left = Math.Max(1, columns - Math.Max(1, columns / 3));
        var cells = new List<SheetCell>();
        if (frame.Owner is { } owner)
        {
            cells.Add(new SheetCell(0, owner) { Style = SheetStyle.Plain, ColumnSpan = left, Align = CellAlign.Left });
        }

        if (frame.Unit is { } unit && columns > left)
        {
            cells.Add(new SheetCell(left, unit) { Style = SheetStyle.Plain, ColumnSpan = columns - left, Align = CellAlign.Right });
        }

        yield return new SheetRow(cells);
    }

    private static SheetCell Cell(PlacedCell placed, TableRow row, bool header, bool isForm, IReadOnlyList<TableColumn> columns)
    {
        var cell = placed.Cell;
        var look = new SheetCell(placed.Column)
        {
            Style = header || cell.Header ? SheetStyle.Header : row.Total ? SheetStyle.Total : SheetStyle.Body,
            ColumnSpan = cell.ColumnSpan,
            RowSpan = cell.RowSpan,
            Align = cell.Align ?? columns[placed.Column].Align,
        };
        // Scores of a form are said with their unit; amounts and rates are numbers.
        return cell.Inlines switch
        {
            [Figure { Unit: "%" } rate] when SheetRate.FormatOf(rate) is { } format => look with { Number = rate.Value / 100, Format = format },
            [Figure { Unit: not "%" } figure] when !isForm || figure.Unit == "万元" => look with { Number = Exact(figure), Format = FormatOf(figure) },
            _ => DocumentText.Of(cell.Inlines) is { Length: > 0 } text ? look with { Text = text } : look,
        };
    }

    // Amounts and scores have two decimals, counts none unless they have some.
    private static string FormatOf(Figure figure) => figure.Unit is "万元" or "元" or "分" ? Amount
        : figure.Value == decimal.Truncate(figure.Value) ? "#,##0" : "#,##0.##";

    // Shown with two decimals like the printed table, kept to the 分: reading the file back changes no amount.
    private static decimal Exact(Figure figure) =>
        figure is { Unit: "万元", Origin.Exact: { } yuan } && Math.Round(yuan / TenThousandYuan.Yuan, 2, MidpointRounding.AwayFromZero) == figure.Value ? yuan / TenThousandYuan.Yuan : figure.Value;

    private static SheetRow Line(int columns, string text, SheetStyle style, CellAlign align, double? height = null) =>
        new([new SheetCell(0, text) { Style = style, ColumnSpan = columns, Align = align }], height);

    // A merged cell does not grow by itself: a character of Chinese takes two of Latin.
    private static double? Height(string note, double characters)
    {
        var lines = (int)Math.Ceiling(note.Length * 2 / characters);
        return lines > 1 ? lines * 14 : null;
    }

    private static double Characters(PageOrientation orientation) =>
        orientation == PageOrientation.Portrait ? PortraitCharacters : LandscapeCharacters;
}
