namespace FinalAccounts.Reading;

/// <summary>Joins a table without rulings over pages: its header is said again, and its columns stand where they stood.</summary>
internal static class ContinuedColumns
{
    /// <summary>The two as one; null where the second does not say the header again, or has a column that the first has not.</summary>
    public static PublishedGrid? Together(PublishedGrid grid, PublishedGrid next)
    {
        var head = Enumerable.Range(0, Math.Min(grid.Rows, next.Rows)).TakeWhile(row => Text(grid, row) is { Length: > 0 } text && text == Text(next, row)).Count();
        if (!grid.FromAlignment || !next.FromAlignment || head == 0 || Columns(Extents(grid), Extents(next)) is not { } at)
        {
            return null;
        }

        return grid with
        {
            Rows = grid.Rows + next.Rows - head,
            Cells = [.. grid.Cells, .. next.Cells.Where(cell => cell.Row >= head).Select(cell => cell with
            {
                Row = cell.Row - head + grid.Rows, Column = at[cell.Column], ColumnSpan = at[cell.Column + cell.ColumnSpan - 1] - at[cell.Column] + 1,
            })],
            Further = next is { Page: { } page, Box: { } box } ? [.. grid.Further, new PlacedBox(page, box)] : grid.Further,
        };
    }

    // For each column of the second the one of the first that stands there; each once, in order.
    private static List<int>? Columns(List<(double Left, double Right)> first, List<(double Left, double Right)> second)
    {
        var at = second.ConvertAll(column => Enumerable.Range(0, first.Count).MinBy(i => Away(first[i], column)));
        return at.Zip(at.Skip(1)).All(pair => pair.First < pair.Second) ? at : null;
    }

    private static double Away((double Left, double Right) one, (double Left, double Right) other) =>
        Math.Max(0, Math.Max(one.Left - other.Right, other.Left - one.Right)) + (0.001 * Math.Abs(one.Left + one.Right - other.Left - other.Right));

    private static List<(double Left, double Right)> Extents(PublishedGrid grid)
    {
        var extents = Enumerable.Repeat((Left: double.MaxValue, Right: double.MinValue), grid.Columns).ToList();
        foreach (var cell in grid.Cells.Where(cell => cell is { ColumnSpan: 1, Box: not null }))
        {
            extents[cell.Column] = (Math.Min(extents[cell.Column].Left, cell.Box!.Value.Left), Math.Max(extents[cell.Column].Right, cell.Box.Value.Right));
        }

        return extents;
    }

    // Letters that are set wide may stand over one column here and over two there.
    private static string Text(PublishedGrid grid, int row) => string.Concat(grid.Cells.Where(cell => cell.Row == row).OrderBy(cell => cell.Box?.Left).Select(cell => cell.Text));
}
