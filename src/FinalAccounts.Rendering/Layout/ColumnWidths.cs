namespace FinalAccounts.Rendering.Layout;

/// <summary>
/// The columns' widths from their content: what the set asks for, changed so that no number is broken and, as far as other
/// columns have room, so that heads and labels keep their words and names stand in one line.
/// </summary>
internal static class ColumnWidths
{
    /// <summary>The room in pt that a cell keeps at each side of its text, where nothing else is said.</summary>
    public const double Side = TableSetting.UsualSide;

    // For types a little wider than measured.
    private const double Slack = 1.02;
    private const double LeastShare = 0.55;
    private const double MostText = 0.4;

    // A head takes so many lines where it must, and stands in one where it has so few characters.
    private const int LinesOfHead = 3;
    private const int FewestOfHead = 4;
    private const int MostOfWord = 6;

    // Three digits, in em.
    private const double NumberOfLine = 1.6;

    /// <summary>Widths in pt that add up to the line's; null when not even the numbers have room.</summary>
    /// <param name="mostHeadLines">How many lines a head may take; null where it may take as many as it must.</param>
    /// <param name="headsFirst">Whether heads and labels get the room for their words before names get that for one line.</param>
    /// <param name="side">The room in pt at each side of a cell's text.</param>
    public static double[]? Of(Table table, TableGrid grid, double lineWidth, double size, int? mostHeadLines = null, bool headsFirst = true, double side = Side)
    {
        var total = table.Columns.Sum(column => column.Width);
        var asked = table.Columns.Select(column => lineWidth * column.Width / total).ToArray();
        var least = Least(table, grid, size, mostHeadLines, side);
        if (least.Sum() > lineWidth)
        {
            return null;
        }

        var widths = asked.Zip(least, Math.Max).ToArray();
        var wanted = Wanted.Of(table, grid, size, lineWidth * MostText, side);
        Narrow(widths, least, widths.Sum() - lineWidth);
        if (headsFirst)
        {
            Share(widths, wanted.Words, least, asked);
            least = [.. least.Zip(widths.Zip(wanted.Words, Math.Min), Math.Max)];
        }

        Share(widths, wanted.Names, least, asked);
        Share(widths, wanted.All, least, asked);
        Share(widths, Evened(table, grid, size, side, widths, wanted.All), least, asked);
        return widths;
    }

    /// <summary>What each column needs at the least in pt: its widest number, and its head in so many lines.</summary>
    public static double[] Least(Table table, TableGrid grid, double size, int? mostHeadLines, double side = Side)
    {
        var least = Enumerable.Repeat((1 * size) + (2 * side), table.Columns.Count).ToArray();
        foreach (var placed in grid.Cells.Where(placed => placed.Cell.ColumnSpan == 1))
        {
            var head = placed.Row < table.HeaderRows.Count && mostHeadLines is { } lines ? Math.Ceiling(CellText.Whole(placed.Cell.Inlines, size) / size / lines) * size : 0;
            least[placed.Column] = Math.Max(least[placed.Column], (Math.Max(head, CellText.Widest(placed.Cell.Inlines, size)) * Slack) + (2 * side));
        }

        return least;
    }

    // As many whole characters as three lines take, and no word torn.
    private static double OfWords(IReadOnlyList<Inline> inlines, double size) =>
        Slack * Math.Max(Math.Ceiling(CellText.Whole(inlines, 1) / LinesOfHead) * size, Math.Min(HeadLines.WidestWord(inlines, size), MostOfWord * size));

    private static double OfHead(IReadOnlyList<Inline> inlines, double whole, double size) => Math.Min(whole,
        Math.Max(Math.Max(whole / LinesOfHead, FewestOfHead * size), Math.Min(HeadLines.WidestWord(inlines, size), MostOfWord * size)));

    // A head whose last line would be a single character takes one more into the line above, where there is room.
    private static double[] Evened(Table table, TableGrid grid, double size, double side, double[] widths, double[] wanted)
    {
        var evened = (double[])wanted.Clone();
        foreach (var placed in grid.Cells.Where(placed => placed.Cell.ColumnSpan == 1 && placed.Row < table.HeaderRows.Count))
        {
            var width = widths[placed.Column];
            if (CellText.EndsAlone(placed.Cell.Inlines, width - (2 * side), size))
            {
                evened[placed.Column] = Math.Max(evened[placed.Column], width + (size * Slack));
            }
        }

        return evened;
    }

    private static void Narrow(double[] widths, double[] least, double over)
    {
        if (over <= 0)
        {
            return;
        }

        var spare = widths.Zip(least, (have, need) => have - need).Sum();
        for (var column = 0; column < widths.Length; column++)
        {
            widths[column] -= (widths[column] - least[column]) * over / spare;
        }
    }

    // Columns that lack little come first: so most of them get all they want.
    private static void Share(double[] widths, double[] wanted, double[] least, double[] asked)
    {
        var keep = wanted.Select((want, column) => Math.Max(Math.Max(want, least[column]), asked[column] * LeastShare)).ToArray();
        foreach (var column in Enumerable.Range(0, widths.Length).Where(column => wanted[column] > widths[column]).OrderBy(column => wanted[column] - widths[column]))
        {
            var spare = widths.Select((width, other) => other == column ? 0 : Math.Max(0, width - keep[other])).ToArray();
            var sum = spare.Sum();
            var given = Math.Min(wanted[column] - widths[column], sum);
            for (var other = 0; other < widths.Length && sum > 0; other++)
            {
                widths[other] -= spare[other] * given / sum;
            }

            widths[column] += given;
        }
    }

    /// <summary>What each column would take, in pt, one wish after the other.</summary>
    /// <param name="Words">Of heads and labels, to keep their words.</param>
    /// <param name="Names">That, and to have every name in one line; of heads, that no word is torn more than it must.</param>
    /// <param name="All">And to have 行次 in one line.</param>
    private sealed record Wanted(double[] Words, double[] Names, double[] All)
    {
        public static Wanted Of(Table table, TableGrid grid, double size, double most, double side)
        {
            var columns = table.Columns.Count;
            var (wanted, content, heads) = (new Wanted(new double[columns], new double[columns], new double[columns]), new double[columns], new List<(PlacedCell Placed, double Text)>());
            foreach (var placed in grid.Cells.Where(placed => placed.Cell.ColumnSpan == 1))
            {
                var text = CellText.Whole(placed.Cell.Inlines, size);
                var isTop = placed.Row < table.HeaderRows.Count;
                if (!isTop)
                {
                    content[placed.Column] = Math.Max(content[placed.Column], text);
                }

                if (isTop || placed.Cell.Header)
                {
                    heads.Add((placed, text));
                }
                else
                {
                    Raise(placed, Whole(placed, text), wanted.Names, wanted.All);
                }
            }

            foreach (var (placed, text) in heads)
            {
                var (inlines, whole) = (placed.Cell.Inlines, Whole(placed, text));
                var width = placed.Row < table.HeaderRows.Count ? OfHead(inlines, whole, size) : Math.Min(whole, 6 * size);
                Raise(placed, width, wanted.All);

                // 行次 may stand a character a line over its numbers: what it would take is worth more to names.
                if (text > FewestOfHead * size || content[placed.Column] <= 0 || content[placed.Column] >= NumberOfLine * size)
                {
                    Raise(placed, width, wanted.Names);
                    Raise(placed, Math.Min(whole, OfWords(inlines, size)), wanted.Words);
                }
            }

            return wanted;

            double Whole(PlacedCell placed, double text) => (text * Slack) + (placed.Cell.Indent * size);

            void Raise(PlacedCell placed, double width, params ReadOnlySpan<double[]> wishes)
            {
                foreach (var wish in wishes)
                {
                    wish[placed.Column] = Math.Max(wish[placed.Column], Math.Min(width + (2 * side), most));
                }
            }
        }
    }
}
