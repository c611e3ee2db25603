using System.Globalization;
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
        var rows = TextRows.Of(glyphs, Apart).Select(row => new TextRow([.. Spaced(row.Pieces)])).ToList();
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
        var counted = figures.Find(IsCounted);
        if (figures.Count < (counted is null ? FewestRows : 2) || rows.Count < FewestRows + 1)
        {
            return null;
        }

        // A row that counts the columns (1, 2, 3 …) is set by itself; amounts tell where the columns are.
        var amounts = figures.Where(row => row.Pieces.Any(piece => Amount().IsMatch(piece.Text))).ToList();
        var columns = Columns(amounts.Count >= (counted is null ? FewestRows - 1 : 1) ? amounts : figures);
        columns = counted is null ? columns : WithCounted(columns, counted);
        if (columns.Count < 2 || figures.Count(row => row.Pieces.Count >= 2) * 2 < rows.Count)
        {
            return null;
        }

        // The caption above (部门：… 金额单位：…) stands apart from the header, above the first ruling where there is one.
        var top = rulings.Where(line => line.IsLevel && line.Y1 > rows[0].Box.Top - rows[0].Size && line.Y1 < figures[0].Box.Bottom).Select(line => (double?)line.Y1).FirstOrDefault();
        var caption = rows.FindLastIndex(rows.IndexOf(figures[0]), row => row.Text.Contains("单位", StringComparison.Ordinal) && row.Text.Contains('：'));
        var own = top is { } y ? rows.SkipWhile(row => row.Box.Bottom < y + 1).ToList() : rows[(caption + 1)..];
        var cells = new List<PublishedCell>();
        for (var row = 0; row < own.Count; row++)
        {
            // 类, 款, 项 above a code that is written whole have no columns of their own.
            var pieces = own[row].Pieces.Select(piece => piece.Text).ToList();
            var levels = pieces.Contains("类") && pieces.Contains("款") ? 3 : 0;
            foreach (var group in own[row].Pieces.Skip(levels).GroupBy(piece => Span(columns, piece)).OrderBy(group => group.Key.From))
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

    // 1　2　3 …: the row that numbers the columns, also those without any figure.
    private static bool IsCounted(TextRow row)
    {
        var numbers = row.Pieces.Select(piece => piece.Text).SkipWhile(text => !char.IsAsciiDigit(text[0])).ToList();
        return numbers.Count >= 3 && numbers.Index().All(one => one.Item == (one.Index + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static List<(double Left, double Right)> WithCounted(List<(double Left, double Right)> columns, TextRow counted)
    {
        var all = columns.ToList();
        foreach (var group in counted.Pieces.Where(piece => char.IsAsciiDigit(piece.Text[0])).GroupBy(piece => Enumerable.Range(0, columns.Count).MinBy(i => Away(columns[i], piece.Box))))
        {
            // Two numbers cannot mean one column: the farther one has a column that is blank everywhere.
            all.AddRange(group.OrderBy(piece => Away(columns[group.Key], piece.Box)).Skip(1).Select(piece => (piece.Box.Left, piece.Box.Right)));
        }

        return [.. all.OrderBy(column => column.Left)];
    }

    private static double Away((double Left, double Right) column, Box box) =>
        Math.Max(0, Math.Max(column.Left - box.Right, box.Left - column.Right)) + (0.001 * Math.Abs(column.Left + column.Right - box.Left - box.Right));

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

    private const string Levels = "类款";

    // 项　目, 总　　计: one letter by itself belongs to the next.
    private static IEnumerable<PlacedText> Spaced(IReadOnlyList<PlacedText> pieces)
    {
        PlacedText? open = null;
        foreach (var piece in pieces)
        {
            if (open is { Text.Length: <= 2 } && IsLetter(open.Text[^1..]) && IsLetter(piece.Text) && !Levels.Contains(open.Text) && piece.Text != "栏" && piece.Box.Left - open.Box.Right < 2.5 * piece.Size)
            {
                open = new PlacedText(open.Text + piece.Text, open.Box.With(piece.Box), piece.Size);
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = piece;
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static bool IsLetter(string text) => text is [>= '\u4e00' and <= '\u9fff'];

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

    [GeneratedRegex(@"^[-—(（]?\d[\d,]*\.\d+[)）%]?$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[-—(（]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?[)）%]?$")]
    private static partial Regex Figure();
}
