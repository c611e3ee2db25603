using System.Text.RegularExpressions;

namespace FinalAccounts.Reading.Pdf;

/// <summary>Recovers tables without upright rulings, three-line tables among them: by columns of text that stand one below the other.</summary>
internal static partial class AlignedTables
{
    private const double Apart = 0.9;
    private const int FewestRows = 3;

    /// <summary>The tables, from the top. A run of rows is one when most have several pieces and figures stand in columns.</summary>
    public static List<FoundTable> Of(int page, IReadOnlyList<Glyph> glyphs, IReadOnlyList<Ruling> rulings)
    {
        var rows = TextRows.Of(glyphs, Apart);
        var tables = new List<FoundTable>();
        for (var start = 0; start < rows.Count;)
        {
            var end = start;
            while (end < rows.Count && Continues(rows, start, end))
            {
                end++;
            }

            if (end > start && Table(page, rows[start..end], glyphs, rulings) is { } table)
            {
                tables.Add(table);
            }

            start = Math.Max(end, start + 1);
        }

        return tables;
    }

    // Rows of a table follow each other closely; a row of one piece belongs to it when it is short (a name without figures) and rows of figures go on.
    private static bool Continues(List<TextRow> rows, int start, int at) =>
        (at == start || rows[at].Box.Top - rows[at - 1].Box.Bottom < 2.2 * rows[at].Size)
        && (rows[at].Pieces.Count >= 2 || (at > start && at + 1 < rows.Count && rows[at + 1].Pieces.Count >= 3 && rows[at].Box.Width < 16 * rows[at].Size));

    private static FoundTable? Table(int page, List<TextRow> rows, IReadOnlyList<Glyph> glyphs, IReadOnlyList<Ruling> rulings)
    {
        var figures = rows.Where(row => row.Pieces.Count >= 2 && row.Pieces.Any(piece => Figure().IsMatch(piece.Text))).ToList();
        if (figures.Count < FewestRows || rows.Count < FewestRows + 1)
        {
            return null;
        }

        var columns = Columns(figures);
        if (columns.Count < 2 || figures.Count(row => row.Pieces.Count >= 2) * 2 < rows.Count)
        {
            return null;
        }

        // The caption above (部门：… 金额单位：…) stands apart from the header, above the first ruling where there is one.
        var top = rulings.Where(line => line.IsLevel && line.Y1 > rows[0].Box.Top - rows[0].Size && line.Y1 < figures[0].Box.Bottom).Select(line => (double?)line.Y1).FirstOrDefault();
        var own = rows.SkipWhile(row => top is { } y ? row.Box.Bottom < y + 1 : row.Text.Contains("单位", StringComparison.Ordinal) && row.Text.Contains('：')).ToList();
        var cells = new List<PublishedCell>();
        for (var row = 0; row < own.Count; row++)
        {
            foreach (var group in own[row].Pieces.GroupBy(piece => Span(columns, piece)).OrderBy(group => group.Key.From))
            {
                var box = group.Select(piece => piece.Box).Aggregate((all, next) => all.With(next));
                cells.Add(new PublishedCell(
                    row, group.Key.From, 1, group.Key.To - group.Key.From + 1, string.Concat(group.Select(piece => piece.Text)), page, box, Doubtful: true));
            }
        }

        var bounds = own.Select(row => row.Box).Aggregate((all, next) => all.With(next));
        var taken = glyphs.Where(glyph => glyph.Height >= bounds.Top && glyph.Height <= bounds.Bottom).ToHashSet();
        return new FoundTable(new PublishedGrid(own.Count, columns.Count, cells, page, bounds) { FromAlignment = true }, taken);
    }

    // Pieces that stand over each other in several rows are a column.
    private static List<(double Left, double Right)> Columns(List<TextRow> rows)
    {
        var columns = new List<(double Left, double Right)>();
        foreach (var piece in rows.SelectMany(row => row.Pieces).OrderBy(piece => piece.Box.Left))
        {
            var at = columns.FindIndex(column => piece.Box.Left < column.Right && piece.Box.Right > column.Left);
            if (at < 0)
            {
                columns.Add((piece.Box.Left, piece.Box.Right));
            }
            else
            {
                columns[at] = (Math.Min(columns[at].Left, piece.Box.Left), Math.Max(columns[at].Right, piece.Box.Right));
            }
        }

        return [.. columns.OrderBy(column => column.Left)];
    }

    private static (int From, int To) Span(List<(double Left, double Right)> columns, PlacedText piece)
    {
        var touched = Enumerable.Range(0, columns.Count).Where(i => piece.Box.Left < columns[i].Right && piece.Box.Right > columns[i].Left).ToList();
        if (touched.Count > 0)
        {
            return (touched[0], touched[^1]);
        }

        var middle = (piece.Box.Left + piece.Box.Right) / 2;
        var nearest = Enumerable.Range(0, columns.Count).MinBy(i => Math.Min(Math.Abs(columns[i].Left - middle), Math.Abs(columns[i].Right - middle)));
        return (nearest, nearest);
    }

    [GeneratedRegex(@"^[-—(（]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?[)）%]?$")]
    private static partial Regex Figure();
}
