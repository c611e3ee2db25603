namespace FinalAccounts.Rendering.Layout;

/// <summary>The columns of a table that is wider than its page, in panels that fit: each begins with the columns that name the rows.</summary>
internal static class ColumnPanels
{
    // Of the line, for each of the columns that name the rows.
    private const double MostForName = 0.25;
    private const double MostForWholeName = 0.35;

    // A column of values has room for so many characters of its head in a line.
    private const int CharactersOfHead = 3;

    // A head is said on every page: one that stands a character a line leaves no room for rows.
    private const int MostHeadLines = 5;

    /// <summary>The panels, each with its columns and their widths in pt, which add up to the line's.</summary>
    /// <param name="nameLines">In how many lines names stand, 1 or 2, where they are not longer than most.</param>
    public static IReadOnlyList<(IReadOnlyList<int> Columns, double[] Widths)> Of(Table table, double lineWidth, double size, int nameLines)
    {
        var grid = TableGrid.Of(table);
        var least = ColumnWidths.Least(table, grid, size, MostHeadLines);
        var names = table.Columns.TakeWhile(column => column.Align != CellAlign.Right).Count();
        var heads = names < table.Columns.Count ? Enumerable.Range(0, names).ToList() : [];
        var needs = heads.ConvertAll(column => Need(grid, column, least[column], lineWidth, size, nameLines));
        var room = lineWidth - needs.Sum();
        var count = Math.Max(1, (int)Math.Ceiling(Enumerable.Range(heads.Count, table.Columns.Count - heads.Count).Sum(column => Math.Max(least[column], (CharactersOfHead * size) + (2 * ColumnWidths.Side))) / room));
        while (count < table.Columns.Count)
        {
            var panels = Divide(table.Columns.Count, heads, count).Select(columns => (columns, Widths(table, columns, needs, lineWidth, size))).ToList();
            if (panels.TrueForAll(panel => panel.Item2 is not null))
            {
                return [.. panels.Select(panel => (panel.columns, panel.Item2!))];
            }

            count++;
        }

        // A single column that is wider than the page: its words are broken.
        return [(Enumerable.Range(0, table.Columns.Count).ToList(), [.. table.Columns.Select(column => lineWidth * column.Width / table.Columns.Sum(other => other.Width))])];
    }

    // The columns of values, as equally as they go.
    private static IEnumerable<IReadOnlyList<int>> Divide(int columns, List<int> heads, int count)
    {
        var values = columns - heads.Count;
        for (var panel = 0; panel < count; panel++)
        {
            var (from, to) = (values * panel / count, values * (panel + 1) / count);
            yield return [.. heads, .. Enumerable.Range(heads.Count + from, to - from)];
        }
    }

    // So wide that names take two lines or one, which is what makes rows low and pages few.
    private static double Need(TableGrid grid, int column, double least, double lineWidth, double size, int nameLines)
    {
        var names = grid.Cells.Where(placed => placed.Column == column && placed.Cell.ColumnSpan == 1)
            .Select(placed => nameLines == 1
                ? CellText.Whole(placed.Cell.Inlines, size) + (placed.Cell.Indent * size)
                : (CellText.Whole(placed.Cell.Inlines, size) / 2) + ((placed.Cell.Indent + 1) * size)).DefaultIfEmpty().Max();
        return Math.Max(least, Math.Min(names + (2 * ColumnWidths.Side), lineWidth * (nameLines == 1 ? MostForWholeName : MostForName)));
    }

    private static double[]? Widths(Table table, IReadOnlyList<int> columns, List<double> needs, double lineWidth, double size)
    {
        var panel = TableSlice.Columns(table, columns);
        var values = (lineWidth - needs.Sum()) / Math.Max(1, columns.Count - needs.Count);
        panel = panel with { Columns = [.. panel.Columns.Select((column, index) => column with { Width = index < needs.Count ? needs[index] : values })] };
        return ColumnWidths.Of(panel, TableGrid.Of(panel), lineWidth, size, MostHeadLines);
    }
}
