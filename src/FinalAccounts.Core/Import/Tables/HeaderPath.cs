using FinalAccounts.Import.Files;

namespace FinalAccounts.Import.Tables;

/// <summary>What stands over one column of a sheet: the lowest header text and those above it, in comparable form.</summary>
internal sealed record HeaderPath(int Column, GridCell? LeafCell, string Leaf, IReadOnlySet<string> Above)
{
    public static HeaderPath Of(TableRegion region, int column, int lastRow)
    {
        var grid = region.Grid;
        GridCell? leaf = null;
        var above = new HashSet<string>();
        for (var row = lastRow; row >= region.Top; row--)
        {
            var cell = Shown(grid, row, column, region.Top);
            if (cell is null && leaf is not null && grid.MergedAt(row, column) is null)
            {
                // Group headings that were not merged stand over their first column only.
                cell = Enumerable.Range(region.Left, column - region.Left).Reverse()
                    .Select(left => Shown(grid, row, left, region.Top)).FirstOrDefault(found => found is not null);
            }

            if (cell is null || !IsHeading(cell))
            {
                continue;
            }

            if (leaf is null)
            {
                leaf = cell;
            }
            else if (cell != leaf)
            {
                above.Add(cell.Loose);
            }
        }

        return new HeaderPath(column, leaf, leaf?.Loose ?? "", above);
    }

    private static GridCell? Shown(SheetGrid grid, int row, int column, int top) =>
        grid.Shown(row, column) is { } cell && cell.Row >= top ? cell : null;

    private static bool IsHeading(GridCell cell) => cell.Loose is not ("栏次" or "") && !int.TryParse(cell.Loose, out _);
}
