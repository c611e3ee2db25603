using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Layout;

/// <summary>The columns of a table that is wider than its page, in panels that fit: each begins with the columns that name the rows.</summary>
internal static class ColumnPanels
{
    private const double MostForNames = 0.4;

    // A head is said on every page: one that stands a character a line leaves no room for rows.
    private const int MostHeadLines = 5;

    /// <summary>The panels, each with its columns and their widths in pt, which add up to the line's.</summary>
    public static IReadOnlyList<(IReadOnlyList<int> Columns, double[] Widths)> Of(Table table, double lineWidth, double size)
    {
        var grid = TableGrid.Of(table);
        var least = ColumnWidths.Least(table, grid, size, MostHeadLines);
        var names = table.Columns.TakeWhile(column => column.Align != CellAlign.Right).Count();
        var heads = names < table.Columns.Count ? Enumerable.Range(0, names).ToList() : [];
        var room = lineWidth - Math.Min(lineWidth * MostForNames, heads.Sum(column => Math.Max(least[column], table.Columns[column].Width / table.Columns.Sum(other => other.Width) * lineWidth * 2)));
        var count = Math.Max(1, (int)Math.Ceiling(Enumerable.Range(heads.Count, table.Columns.Count - heads.Count).Sum(column => least[column]) / room));
        while (count < table.Columns.Count)
        {
            var panels = Divide(table.Columns.Count, heads, count).Select(columns => (columns, Widths(table, columns, lineWidth, size))).ToList();
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

    private static double[]? Widths(Table table, IReadOnlyList<int> columns, double lineWidth, double size)
    {
        var panel = TableSlice.Columns(table, columns);
        return ColumnWidths.Of(panel, TableGrid.Of(panel), lineWidth, size, MostHeadLines);
    }
}
