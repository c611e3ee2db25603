namespace FinalAccounts.Rendering.Layout;

/// <summary>How high the rows of a grid are, in pt: how many lines each cell takes is reckoned once for a size and its widths.</summary>
internal sealed class RowHeights
{
    /// <summary>Lines of a table stand one and a quarter of the type's size apart.</summary>
    public const double LineHeight = 1.25;

    // Word gives each row its rule, and other types are a little higher.
    private const double Rule = 0.6;

    // A name of which a single character stands in the last line is worse than several that take two lines.
    private const int Alone = 3;

    private readonly List<(int Row, int RowSpan, int Lines, int Torn)> cells;
    private readonly int rows;
    private readonly double size;
    private readonly double side;

    /// <param name="headers">How many rows of the grid are header rows.</param>
    /// <param name="whole">Whether heads and labels take a line more where a word would be torn.</param>
    /// <param name="side">The room in pt at each side of a cell's text.</param>
    public RowHeights(TableGrid grid, int headers, IReadOnlyList<double> widths, double size, bool whole, double side = ColumnWidths.Side)
    {
        (rows, this.size, this.side) = (grid.Rows, size, side);
        cells = [.. grid.Cells.Select(placed => (Placed: placed, Lines: Lines(placed, headers, widths, whole))).Where(cell => cell.Lines > 1).OrderBy(cell => cell.Placed.Cell.RowSpan)
            .Select(cell => (cell.Placed.Row, cell.Placed.Cell.RowSpan, cell.Lines, EndsAlone(cell.Placed, widths) ? Alone : 1))];
    }

    /// <summary>How many rows are higher than a line because the text of a cell in them is broken; those count for more that leave a single character to the last line.</summary>
    public int Torn => cells.Where(cell => cell.RowSpan == 1).GroupBy(cell => cell.Row).Sum(row => row.Max(cell => cell.Torn));

    /// <summary>The height of each row, header rows first.</summary>
    /// <param name="inset">The room above and below the text of a cell in pt.</param>
    public double[] With(double inset)
    {
        var heights = new double[rows];
        Array.Fill(heights, Height(1));
        foreach (var (row, span, lines, _) in cells)
        {
            var own = heights.AsSpan(row, span);
            own[^1] += Math.Max(0, Height(lines) - Sum(own));
        }

        return heights;

        double Height(int lines) => (lines * size * LineHeight) + (2 * inset) + Rule;
    }

    private int Lines(PlacedCell placed, int headers, IReadOnlyList<double> widths, bool whole) => placed.Cell.Header || placed.Row < headers
        ? HeadLines.Count(placed.Cell, Room(placed, widths), size, whole)
        : CellText.Lines(placed.Cell.Inlines, Room(placed, widths), size);

    private bool EndsAlone(PlacedCell placed, IReadOnlyList<double> widths) => CellText.EndsAlone(placed.Cell.Inlines, Room(placed, widths), size);

    private double Room(PlacedCell placed, IReadOnlyList<double> widths)
    {
        var room = (-2 * side) - (placed.Cell.Indent * size);
        for (var column = placed.Column; column < placed.Column + placed.Cell.ColumnSpan; column++)
        {
            room += widths[column];
        }

        return Math.Max(size, room);
    }

    private static double Sum(Span<double> heights)
    {
        var sum = 0.0;
        foreach (var height in heights)
        {
            sum += height;
        }

        return sum;
    }
}
