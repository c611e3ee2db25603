using FinalAccounts.Rendering.Layout;
using static FinalAccounts.Rendering.Typst.TypstWriter;

namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>A table or form: the lines above its grid, header rows that repeat, and the body.</summary>
internal static class TableTypst
{
    public static void Write(TypstPage page, Table table)
    {
        var grid = TableGrid.Of(table);
        if (grid.Faults.Count > 0)
        {
            throw new ArgumentException($"The cells do not fill the grid: {string.Join("; ", grid.Faults)}", nameof(table));
        }

        WriteFrame(page, table.Frame);
        var setting = table.Setting ?? new TableSetting(Size(table.Kind, page.Theme), Inset);
        var widths = table.Setting is null ? ColumnWidths.Of(table, grid, page.TextWidth, setting.Size) ?? Shares(table, page.TextWidth) : [.. table.Columns.Select(column => column.Width)];
        var cells = new CellTypst(page.Out, setting.Size, setting.Side, widths, page.TextHeight);
        page.Out.Raw(table.Kind == TableKind.Plain ? "plain-table" : "data-table").Raw($"({Points(setting.Size)}, (x: {Points(setting.Side)}, y: {Points(setting.Inset)}), (").Raw(string.Concat(widths.Select(width => Points(width) + ", ")))
            .Raw("), (").Raw(string.Concat(table.Columns.Select(column => Side(column.Align) + ", "))).Raw("), (\n");
        var rows = grid.Cells.ToLookup(cell => cell.Row);
        for (var row = 0; row < grid.Rows; row++)
        {
            if (row == table.HeaderRows.Count)
            {
                page.Out.Raw("), (\n");
            }

            var header = row < table.HeaderRows.Count;
            var source = header ? null : table.Rows[row - table.HeaderRows.Count];

            // A body row of headings alone (一级指标, 二级指标…) heads the columns below it.
            var heads = source is { Cells.Count: > 1 } && source.Cells.All(cell => cell.Header);
            var isEmpty = rows[row].All(placed => DocumentText.Of(placed.Cell.Inlines).Length == 0);
            foreach (var placed in rows[row])
            {
                cells.Write(placed, header, strong: source is null ? table.Kind != TableKind.Form : source.Total || (heads && placed.Cell.RowSpan == 1), isEmpty);
            }

            page.Out.Raw("\n");
        }

        page.Out.Raw(grid.Rows == table.HeaderRows.Count ? "), (\n))\n" : "))\n");
    }

    /// <summary>An alignment as Typst names it.</summary>
    public static string Side(CellAlign align) => align switch
    {
        CellAlign.Left => "left",
        CellAlign.Center => "center",
        CellAlign.Right => "right",
        _ => throw new NotSupportedException($"Typst has no alignment {align}."),
    };

    private static void WriteFrame(TypstPage page, TableFrame? frame)
    {
        foreach (var (left, right) in FrameLines.Of(frame, page.TextWidth))
        {
            page.Out.Raw("frame-line(").TextOrNone(left).Raw(", ").TextOrNone(right).Raw(")\n");
        }
    }

    private static double Size(TableKind kind, Theme theme) => kind switch
    {
        TableKind.Accounts => theme.TableSize,
        TableKind.Form => theme.FormSize,
        TableKind.Plain => PlainSize,
        _ => throw new NotSupportedException($"Typst has no table kind {kind}."),
    };

    private static double[] Shares(Table table, double width) => [.. table.Columns.Select(column => width * column.Width / table.Columns.Sum(other => other.Width))];

    // 五号.
    private const double PlainSize = 10.5;
    private const double Inset = 1;
}
