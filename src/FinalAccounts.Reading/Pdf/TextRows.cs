using System.Text;

namespace FinalAccounts.Reading.Pdf;

/// <summary>Puts letters into lines: by their baselines, then from left to right.</summary>
internal static class TextRows
{
    // Spaces between words of one line are narrower; between the two ends of a caption they are wider.
    private const double Apart = 2;

    /// <summary>The rows from the top; letters far apart stand in pieces of their own.</summary>
    public static List<TextRow> Of(IEnumerable<Glyph> glyphs, double apart = Apart)
    {
        var rows = new List<TextRow>();
        foreach (var line in Lines(glyphs))
        {
            var pieces = new List<PlacedText>();
            var piece = new List<Glyph>();
            foreach (var glyph in line.OrderBy(glyph => glyph.Left))
            {
                if (piece.Count > 0 && glyph.Left - piece[^1].Right > apart * Math.Max(glyph.Size, piece[^1].Size))
                {
                    pieces.Add(Piece(piece));
                    piece.Clear();
                }

                piece.Add(glyph);
            }

            pieces.Add(Piece(piece));
            rows.Add(new TextRow(pieces));
        }

        return rows;
    }

    /// <summary>The text of a cell: its lines joined.</summary>
    public static string Joined(IEnumerable<Glyph> glyphs) =>
        Of(glyphs, double.PositiveInfinity).Select(row => row.Text).Aggregate("", TextFolding.Join);

    private static IEnumerable<List<Glyph>> Lines(IEnumerable<Glyph> glyphs)
    {
        List<Glyph>? line = null;
        var (baseline, size) = (0.0, 0.0);
        foreach (var glyph in glyphs.OrderBy(glyph => glyph.Baseline))
        {
            // Latin digits may sit a little off the baseline of the Chinese around them.
            if (line is not null && glyph.Baseline - baseline <= 0.45 * Math.Min(size, glyph.Size))
            {
                line.Add(glyph);
                continue;
            }

            if (line is not null)
            {
                yield return line;
            }

            line = [glyph];
            (baseline, size) = (glyph.Baseline, glyph.Size);
        }

        if (line is not null)
        {
            yield return line;
        }
    }

    private static PlacedText Piece(List<Glyph> glyphs)
    {
        var text = new StringBuilder();
        Glyph? before = null;
        foreach (var glyph in glyphs)
        {
            if (before is { } last && IsWord(last.Text[^1]) && IsWord(glyph.Text[0]) && glyph.Left - last.Right > 0.18 * glyph.Size
                && (char.IsAsciiLetter(last.Text[^1]) || char.IsAsciiLetter(glyph.Text[0])))
            {
                text.Append(' ');
            }

            text.Append(glyph.Text);
            before = glyph;
        }

        return new PlacedText(text.ToString(), glyphs.Select(glyph => glyph.Box).Aggregate((all, box) => all.With(box)), glyphs.Max(glyph => glyph.Size));
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c);
}
