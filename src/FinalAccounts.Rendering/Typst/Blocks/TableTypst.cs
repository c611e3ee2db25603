using FinalAccounts.Documents;
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
        var size = Size(table.Kind, page.Theme);
        var widths = ColumnShares.Of(table, grid, page.TextWidth, size);
        var cells = new CellTypst(page.Out, size, widths, page.TextHeight);
        page.Out.Raw(Kind(table.Kind)).Raw("((").Raw(string.Concat(widths.Select(width => Points(width) + ", ")))
            .Raw("), (").Raw(string.Concat(table.Columns.Select(column => Side(column.Align) + ", "))).Raw("), (\n");
        var rows = grid.Cells.ToLookup(cell => cell.Row);
        for (var row = 0; row < grid.Rows; row++)
        {
            if (row == table.HeaderRows.Count)
            {
                page.Out.Raw("), (\n");
            }

            var header = row < table.HeaderRows.Count;
            var total = !header && table.Rows[row - table.HeaderRows.Count].Total;
            var isEmpty = rows[row].All(placed => DocumentText.Of(placed.Cell.Inlines).Length == 0);
            foreach (var placed in rows[row])
            {
                cells.Write(placed, header, strong: header ? table.Kind != TableKind.Form : total, isEmpty);
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
        if (frame?.Mark is { } mark)
        {
            page.Out.Raw("frame-line(none, ").Text(mark).Raw(")\n");
        }

        if (frame?.Owner is not null || frame?.Unit is not null)
        {
            page.Out.Raw("frame-line(").TextOrNone(frame.Owner).Raw(", ").TextOrNone(frame.Unit).Raw(")\n");
        }
    }

    private static double Size(TableKind kind, Theme theme) => kind switch
    {
        TableKind.Accounts => theme.TableSize,
        TableKind.Form => theme.FormSize,
        TableKind.Plain => PlainSize,
        _ => throw new NotSupportedException($"Typst has no table kind {kind}."),
    };

    private static string Kind(TableKind kind) => kind switch
    {
        TableKind.Accounts => "accounts",
        TableKind.Form => "form",
        _ => "plain-table",
    };

    // 五号.
    private const double PlainSize = 10.5;
}
