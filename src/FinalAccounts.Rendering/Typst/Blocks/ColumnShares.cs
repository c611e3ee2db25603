using FinalAccounts.Documents;
using FinalAccounts.Rendering.Drawing;

namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>The columns' widths: the shares that the table names, and more where a number would not fit, taken from the columns that have room.</summary>
internal static class ColumnShares
{
    /// <summary>Widths in pt that add up to the line's.</summary>
    public static IReadOnlyList<double> Of(Table table, TableGrid grid, double lineWidth, double size)
    {
        var total = table.Columns.Sum(column => column.Width);
        var asked = table.Columns.Select(column => lineWidth * column.Width / total).ToArray();
        var least = Least(grid, size);
        var missing = asked.Zip(least, (have, need) => Math.Max(0, need - have)).Sum();
        var spare = asked.Zip(least, (have, need) => Math.Max(0, have - need)).Sum();
        if (missing == 0 || spare == 0)
        {
            return asked;
        }

        // Where there is not enough for all, all that is lacking is lacking alike.
        var given = Math.Min(1, spare / missing);
        var taken = Math.Min(1, missing / spare);
        return [.. asked.Zip(least, (have, need) => need > have ? have + ((need - have) * given) : have - ((have - need) * taken))];
    }

    // What a column needs for its widest number; other text may be broken.
    private static double[] Least(TableGrid grid, double size)
    {
        var least = new double[grid.Columns];
        foreach (var placed in grid.Cells.Where(placed => placed.Cell is { ColumnSpan: 1, Inlines: [Figure] }))
        {
            var width = TextMeasure.Width(DocumentText.Of(placed.Cell.Inlines), size) + (2 * CellTypst.Inset);
            least[placed.Column] = Math.Max(least[placed.Column], width);
        }

        return least;
    }
}
