namespace FinalAccounts.Rendering.Excel;

/// <summary>The widths of a sheet's columns in characters, and the heights of rows whose text is broken: a number that does not fit would show as ###.</summary>
internal static class SheetWidths
{
    private const double Least = 4;

    // What a program keeps free beside a number, and for fonts wider than the workbook's own.
    private const double BesideNumber = 2.5;
    private const double LineHeight = 15;
    private const double FewestOfHead = 8;
    private const double LinesOfHead = 3;
    private const double MostOfName = 34;

    /// <summary>The table's shares of the page, wider where a number needs it.</summary>
    public static IReadOnlyList<double> Of(Table table, TableGrid grid, double characters)
    {
        var total = table.Columns.Sum(column => column.Width);
        var widths = table.Columns.Select(column => Math.Max(Least, Math.Round(column.Width / total * characters, 1))).ToArray();
        foreach (var placed in grid.Cells.Where(placed => placed.Cell is { ColumnSpan: 1, Inlines: [Figure or Text] }))
        {
            var text = DocumentText.Of(placed.Cell.Inlines);
            if (text.All(char.IsAscii))
            {
                widths[placed.Column] = Math.Max(widths[placed.Column], text.Length + BesideNumber);
            }
        }

        return widths;
    }

    /// <summary>Those of a table that is printed over several pages, which has no page to share: names in one line, heads in three.</summary>
    public static IReadOnlyList<double> Roomy(Table table, TableGrid grid, IReadOnlyList<double> least)
    {
        var widths = least.ToArray();
        foreach (var placed in grid.Cells.Where(placed => placed.Cell.ColumnSpan == 1))
        {
            var whole = DocumentText.Of(placed.Cell.Inlines).Split('\n').Max(Characters) + (2 * placed.Cell.Indent);
            var wanted = placed.Row < table.HeaderRows.Count ? Math.Max(Math.Min(whole, FewestOfHead), whole / LinesOfHead) : whole;
            widths[placed.Column] = Math.Max(widths[placed.Column], Math.Min(Math.Ceiling(wanted) + 1, MostOfName));
        }

        return widths;
    }

    /// <summary>In points; null where every text stands in one line. A program reckons rows with merged cells too low, or not at all.</summary>
    public static double? Height(IEnumerable<PlacedCell> cells, IReadOnlyList<double> widths)
    {
        var lines = cells.Where(placed => placed.Cell.RowSpan == 1).Select(placed => Lines(placed, widths)).DefaultIfEmpty(1).Max();
        return lines > 1 ? lines * LineHeight : null;
    }

    private static int Lines(PlacedCell placed, IReadOnlyList<double> widths)
    {
        var room = 0.0;
        for (var column = placed.Column; column < placed.Column + placed.Cell.ColumnSpan; column++)
        {
            room += widths[column];
        }

        return DocumentText.Of(placed.Cell.Inlines).Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(Characters(line) / Math.Max(1, room - 1))));
    }

    // A character of Chinese takes two of Latin.
    private static double Characters(string line) => line.Sum(character => char.IsAscii(character) ? 1.0 : 2.0);
}
