namespace FinalAccounts.Assembly;

/// <summary>Short ways to make cells.</summary>
internal static class Cells
{
    /// <summary>A cell without content.</summary>
    public static TableCell Blank(int columns = 1) => new([]) { ColumnSpan = columns };

    /// <summary>A label; line breaks in it are kept.</summary>
    public static TableCell Label(string text, int columns = 1, int rows = 1) =>
        new(Lines(text)) { ColumnSpan = columns, RowSpan = rows, Align = CellAlign.Center, Header = true };

    /// <summary>A cell of inlines.</summary>
    public static TableCell Of(IReadOnlyList<Inline> inlines, int columns = 1, CellAlign? align = null) =>
        new(inlines) { ColumnSpan = columns, Align = align };

    /// <summary>Text whose lines are divided by line breaks.</summary>
    public static IReadOnlyList<Inline> Lines(string text, Origin? origin = null)
    {
        var inlines = new List<Inline>();
        foreach (var line in text.Split('\n'))
        {
            if (inlines.Count > 0)
            {
                inlines.Add(new LineBreak());
            }

            inlines.Add(new Text(line, origin));
        }

        return inlines;
    }
}
