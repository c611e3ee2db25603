using System.Globalization;
using System.Text.RegularExpressions;

namespace FinalAccounts.Reading.Pdf;

/// <summary>Recovers tables without upright rulings, three-line tables among them: by columns of text that stand one below the other.</summary>
internal static partial class AlignedTables
{
    // Cells stand at least the margins of both apart; letters of one cell that are set wider are joined again.
    private const double Apart = 0.45;
    private const int FewestRows = 3;

    // Rows without figures, and lines of a header, before several pieces stand on one line again.
    private const int LinesAlone = 12;

    /// <summary>The tables, from the top. A run of lines is one when most have several pieces and figures stand in columns.</summary>
    public static List<FoundTable> Of(int page, IReadOnlyList<Glyph> glyphs, IReadOnlyList<Ruling> rulings)
    {
        var lines = TextRows.Of(glyphs, Apart).Select(row => (Row: new TextRow([.. Spaced(row.Pieces)]), Letters: row)).Where(line => !PageNumber().IsMatch(line.Row.Text)).ToList();
        var rows = lines.ConvertAll(line => line.Row);
        var tables = new List<FoundTable>();
        var (start, done) = (0, 0);
        while (start < rows.Count)
        {
            var end = start;
            while (end < rows.Count && Continues(rows, start, end))
            {
                end++;
            }

            var first = First(rows, done, start);
            if (end > start && Table(page, lines[first..end], glyphs, rulings) is { } table)
            {
                tables.Add(table);
                done = end;
            }

            start = Math.Max(end, start + 1);
        }

        return tables;
    }

    // Lines of a table follow each other closely; one of a single piece belongs to it when it is short (a name without figures, a line of a wrapped cell) and others go on.
    private static bool Continues(List<TextRow> lines, int start, int at) =>
        (at == start || IsNear(lines, at))
        && (lines[at].Pieces.Count >= 2
            || (at > start && IsShort(lines[at])
                && (Enumerable.Range(at + 1, LinesAlone).TakeWhile(i => i < lines.Count && IsNear(lines, i)).Any(i => lines[i].Pieces.Count >= 2) || AlignedRows.IsWrapped(lines[at - 1], lines[at]))));

    // A header may begin with lines of a single piece: a heading over several columns, the first line of a wrapped one.
    private static int First(List<TextRow> lines, int before, int start)
    {
        while (start > before && IsNear(lines, start) && IsShort(lines[start - 1]) && lines[start - 1] is { Pieces.Count: 1 } above && !above.Text.Contains('：') && !above.Text.EndsWith('表'))
        {
            start--;
        }

        return start;
    }

    private static bool IsNear(List<TextRow> lines, int at) => lines[at].Box.Top - lines[at - 1].Box.Bottom < 2.2 * lines[at].Size;

    private static bool IsShort(TextRow line) => line.Box.Width < 16 * line.Size;

    private static FoundTable? Table(int page, List<(TextRow Row, TextRow Letters)> all, IReadOnlyList<Glyph> glyphs, IReadOnlyList<Ruling> rulings)
    {
        var lines = all.ConvertAll(line => line.Row);
        var figures = lines.Where(line => line.Pieces.Count >= 2 && IsFigures(line)).ToList();
        var counted = figures.Find(IsCounted);
        if (figures.Count == 0 || lines.Count < FewestRows + 1 || (counted is null && figures.Count < FewestRows && !figures.Exists(line => line.Pieces.Count(piece => Amount().IsMatch(piece.Text)) > FewestRows)))
        {
            return null;
        }

        var own = WithoutCaption(lines, figures[0], rulings);
        var head = own.IndexOf(figures[0]);
        var body = AlignedRows.Of(own, own[head..], IsFigures);
        var columns = AlignedColumns.Of([.. own.Take(head)], body.SelectMany(row => row), counted);
        if (columns.Count < 2 || body.Count(row => row.Exists(line => line.Pieces.Count >= 2 || IsFigures(line))) * 4 < body.Count)
        {
            return null;
        }

        // Letters that are set wide stand over a column each where they are two headings (次 beside 合计).
        var letters = all[lines.IndexOf(own[0])..];
        List<List<TextRow>> rows = [.. letters.Take(head).Select(line => new List<TextRow> { line.Letters }), .. body];
        var cells = rows.SelectMany((row, index) => Cells(page, row, index, columns)).ToList();
        var bounds = own.Select(line => line.Box).Aggregate((all, next) => all.With(next));
        var taken = glyphs.Where(glyph => glyph.Height >= bounds.Top && glyph.Height <= bounds.Bottom).ToHashSet();
        return new FoundTable(new PublishedGrid(rows.Count, columns.Count, cells, page, bounds) { FromAlignment = true }, taken);
    }

    // The caption above (部门：… 金额单位：…) stands apart from the header, above the first ruling where there is one.
    private static List<TextRow> WithoutCaption(List<TextRow> lines, TextRow first, IReadOnlyList<Ruling> rulings)
    {
        var top = rulings.Where(line => line.IsLevel && line.Y1 > lines[0].Box.Top - lines[0].Size && line.Y1 < first.Box.Bottom).Select(line => (double?)line.Y1).FirstOrDefault();
        var caption = lines.FindLastIndex(lines.IndexOf(first), line => line.Text.Contains("单位", StringComparison.Ordinal) && line.Text.Contains('：'));
        return top is { } y ? [.. lines.SkipWhile(line => line.Box.Bottom < y + 1)] : lines[(caption + 1)..];
    }

    // Lines of one cell are joined from the top; 类, 款, 项 above a code that is written whole have no columns of their own.
    private static IEnumerable<PublishedCell> Cells(int page, List<TextRow> row, int index, List<(double Left, double Right)> columns)
    {
        var cells = row.SelectMany(line => line.Pieces.Skip(AlignedColumns.IsLevels(line) ? 3 : 0)).Select(piece => (Piece: piece, Span: AlignedColumns.Span(columns, piece)))
            .GroupBy(one => one.Span.From).OrderBy(cell => cell.Key).ToList();
        foreach (var (cell, next) in cells.Zip(cells.Skip(1).Select(after => after.Key).Append(columns.Count)))
        {
            yield return new PublishedCell(
                index, cell.Key, 1, Math.Min(cell.Max(one => one.Span.To), next - 1) - cell.Key + 1, cell.Select(one => one.Piece.Text).Aggregate(TextFolding.Join), page,
                cell.Select(one => one.Piece.Box).Aggregate((all, box) => all.With(box)), Doubtful: true);
        }
    }

    private static bool IsFigures(TextRow line) => line.Pieces.Any(piece => Figure().IsMatch(piece.Text));

    // 1　2　3 …: the row that numbers the columns, also those without any figure.
    private static bool IsCounted(TextRow row)
    {
        var numbers = row.Pieces.Select(piece => piece.Text).Where(text => char.IsAsciiDigit(text[0])).ToList();
        return numbers.Count >= (row.Text.Contains('栏') ? 2 : 3) && numbers.Index().All(one => one.Item == (one.Index + 1).ToString(CultureInfo.InvariantCulture));
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

    // At the side of a page that lies across.
    [GeneratedRegex(@"^[-—－]?\d{0,3}[-—－]?$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^[-—(（]?\d[\d,]*\.\d+[)）%]?$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[-—(（]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?[)）%]?$")]
    private static partial Regex Figure();
}
