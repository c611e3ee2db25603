using UglyToad.PdfPig.Content;

namespace FinalAccounts.Reading.Pdf;

/// <summary>The letters of a page, upright, as they are seen: those outside the page and those drawn twice are left out.</summary>
internal sealed class PageGlyphs
{
    private PageGlyphs(IReadOnlyList<Glyph> all, double width, double height, TextOrientation orientation) =>
        (All, Width, Height, Orientation) = (all, width, height, orientation);

    public IReadOnlyList<Glyph> All { get; }

    public double Width { get; }

    public double Height { get; }

    private TextOrientation Orientation { get; }

    public static PageGlyphs Of(Page page)
    {
        var letters = page.Letters;
        var orientation = letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).GroupBy(letter => letter.TextOrientation)
            .OrderByDescending(group => group.Count()).FirstOrDefault()?.Key ?? TextOrientation.Horizontal;
        var sideways = orientation is TextOrientation.Rotate90 or TextOrientation.Rotate270;
        var (width, height) = sideways ? (page.Height, page.Width) : (page.Width, page.Height);
        var upright = new PageGlyphs([], width, height, orientation);
        var glyphs = new List<Glyph>();
        foreach (var letter in letters)
        {
            var text = TextFolding.Fold(letter.Value ?? "");
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var (x1, y1) = upright.Turn(letter.StartBaseLine.X, letter.StartBaseLine.Y);
            var (x2, y2) = upright.Turn(letter.EndBaseLine.X, letter.EndBaseLine.Y);

            // Letters across the rest of the page (a seal, a watermark) belong to no line.
            if (Math.Abs(y2 - y1) > Math.Abs(x2 - x1) + 0.1 || x2 < 0 || x1 > width || y1 < 0 || y1 > height + letter.PointSize)
            {
                continue;
            }

            var size = letter.PointSize > 0 ? letter.PointSize : Math.Max(x2 - x1, 1);
            glyphs.Add(new Glyph(text, Math.Min(x1, x2), Math.Max(Math.Max(x1, x2), Math.Min(x1, x2) + (0.1 * size)), y1, size));
        }

        return new PageGlyphs(WithoutDoubles(glyphs), width, height, orientation);
    }

    /// <summary>A point of the page as it is seen upright, from the top left.</summary>
    public (double X, double Y) Turn(double x, double y) => Orientation switch
    {
        TextOrientation.Rotate90 => (Width - y, Height - x),
        TextOrientation.Rotate270 => (y, x),
        TextOrientation.Rotate180 => (Width - x, y),
        _ => (x, Height - y),
    };

    // Bold is often the same letter drawn twice, a hair apart.
    private static List<Glyph> WithoutDoubles(List<Glyph> glyphs)
    {
        var seen = new Dictionary<(string, int, int), List<Glyph>>();
        var kept = new List<Glyph>(glyphs.Count);
        foreach (var glyph in glyphs)
        {
            var (column, row) = ((int)(glyph.Left / 8), (int)(glyph.Baseline / 8));
            var twice = false;
            for (var dx = -1; dx <= 1 && !twice; dx++)
            {
                for (var dy = -1; dy <= 1 && !twice; dy++)
                {
                    twice = seen.TryGetValue((glyph.Text, column + dx, row + dy), out var near)
                        && near.Exists(other => Math.Abs(other.Left - glyph.Left) < 0.2 * glyph.Size && Math.Abs(other.Baseline - glyph.Baseline) < 0.2 * glyph.Size);
                }
            }

            if (!twice)
            {
                kept.Add(glyph);
                (seen.TryGetValue((glyph.Text, column, row), out var list) ? list : seen[(glyph.Text, column, row)] = []).Add(glyph);
            }
        }

        return kept;
    }
}
