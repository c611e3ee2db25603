using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>A header as the importer saw it, in a few lines of text: for messages about headers that it does not understand.</summary>
internal static class HeaderPicture
{
    private const int ShownRows = 6;
    private const int ShownCells = 14;
    private const int ShownText = 12;

    /// <summary>The rows with their cells, which column was taken for what, and the known layout that comes nearest.</summary>
    public static string Of(LocatedTable table, TemplateSet set)
    {
        var region = table.Region;
        var last = Math.Min(region.Bottom, Math.Max(table.Header.DataRow - 1, region.Top));
        var rows = Enumerable.Range(region.Top, Math.Max(0, last - region.Top + 1)).Select(row => Row(region, row)).Where(row => row.Length > 0).TakeLast(ShownRows);
        var taken = table.Header.Blocks(region, table.Layout, table.Expected, new ImportFindings()).SelectMany(block => block.Columns)
            .Select(column => $"{CellAddress.ColumnName(column.Left)}{(column.Right > column.Left ? "—" + CellAddress.ColumnName(column.Right) : "")}列＝{column.Expected.Label}").ToList();
        return $"读到的表头：\n{string.Join('\n', rows)}\n认出：{(taken.Count == 0 ? "没有" : string.Join("，", taken))}。{Nearest(table, set)}";
    }

    private static string Row(TableRegion region, int row)
    {
        var cells = Enumerable.Range(region.Left, Math.Max(0, region.Right - region.Left + 1))
            .Select(column => region.Grid.Cell(row, column)).OfType<GridCell>().ToList();
        return cells.Count == 0 ? "" : $"　第{row + 1}行 │ {string.Join(" │ ", cells.Take(ShownCells).Select(Cell))}{(cells.Count > ShownCells ? " │ …" : "")}";
    }

    private static string Cell(GridCell cell)
    {
        var text = cell.Display.ReplaceLineEndings("").Trim();
        return $"{CellAddress.ColumnName(cell.Column)} {(text.Length > ShownText ? text[..ShownText] + "…" : text)}";
    }

    private static string Nearest(LocatedTable table, TemplateSet set)
    {
        var nearest = set.Tables.Select(layout => LocatedTable.Of(table.Title with { Layout = layout }, table.Region)).MaxBy(other => Share(other));
        return nearest is null || nearest.Header.Matched == 0 ? ""
            : nearest.Layout == table.Layout ? $"最接近的是这张表的表样（{Expected(nearest)}列中认出{nearest.Header.Matched}列）。"
            : $"最接近的表样是{nearest.Label}（{Expected(nearest)}列中认出{nearest.Header.Matched}列）。";
    }

    private static double Share(LocatedTable table) => Expected(table) == 0 ? 0 : table.Header.Matched / (double)Expected(table);

    private static int Expected(LocatedTable table) => table.Expected.Sum(block => block.Count(column => column.Role != ColumnRole.Line));
}
