using System.Text.RegularExpressions;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Import.Tables;

/// <summary>What stands over one column of a sheet: the lowest header text and those above it, in comparable form and in the set's words.</summary>
internal sealed partial record HeaderPath(int Column, GridCell? LeafCell, string Leaf, IReadOnlySet<string> Above)
{
    /// <summary>The words of a sum row.</summary>
    public static IReadOnlySet<string> Totals { get; } = new HashSet<string> { "合计", "总计", "支出合计", "收入合计" };

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

            if (cell is null || !IsHeading(cell) || (leaf is null && IsTotalLabel(region, cell, column)))
            {
                continue;
            }

            if (leaf is null)
            {
                leaf = cell;
            }
            else if (cell != leaf)
            {
                above.Add(Text(region, cell));
            }
        }

        return new HeaderPath(column, leaf, leaf is null ? "" : Text(region, leaf), above);
    }

    /// <summary>Whether the cell is the label of the sum row: the official form lets that row hold the last headings as well.</summary>
    public static bool IsTotalLabel(TableRegion region, GridCell cell, int column) =>
        Totals.Contains(cell.Loose)
        && Enumerable.Range(region.Top, Math.Max(0, cell.Row - region.Top)).Reverse()
            .Select(row => Shown(region.Grid, row, column, region.Top)).FirstOrDefault(found => found is not null && IsHeading(found)) is { } over
        && (ExpectedColumns.CodeTexts.Contains(over.Loose) || ExpectedColumns.NameTexts.Contains(over.Loose));

    private static string Text(TableRegion region, GridCell cell) => region.Words.Canonical(UnitOfMoney().Replace(cell.Loose, ""));

    private static GridCell? Shown(SheetGrid grid, int row, int column, int top) =>
        grid.Shown(row, column) is { } cell && cell.Row >= top ? cell : null;

    private static bool IsHeading(GridCell cell) =>
        cell.Loose is not ("栏次" or "") && !int.TryParse(cell.Loose, out _) && !TableSheet.IsFigure(cell);

    // 决算数（万元）: the unit is read elsewhere, the heading is the same without it.
    [GeneratedRegex(@"\((?:单位:)?(?:人民币)?[亿千百十万]{0,2}元\)$")]
    private static partial Regex UnitOfMoney();
}
