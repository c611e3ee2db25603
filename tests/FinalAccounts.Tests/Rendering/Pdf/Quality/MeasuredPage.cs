using FinalAccounts.Reading;
using FinalAccounts.Reading.Pdf;
using UglyToad.PdfPig.Content;

namespace FinalAccounts.Tests.Rendering.Pdf.Quality;

/// <summary>A page as it is measured: its lines of text, its tables with their cells, and the page number, in points from the top left.</summary>
internal sealed class MeasuredPage
{
    private const double FooterFromBottom = 33 * 72 / 25.4;
    private const double HeaderFromTop = 8 * 72 / 25.4;

    public MeasuredPage(Page page, string? notice)
    {
        var all = PageGlyphs.Of(page);
        (Number, Width, Height) = (page.Number, all.Width, all.Height);
        var own = $"—{page.Number}—";
        var foot = TextRows.Of(all.All.Where(glyph => glyph.Baseline > Height - FooterFromBottom), double.PositiveInfinity).LastOrDefault();
        PageNumber = foot is not null && foot.Text.Replace(" ", "", StringComparison.Ordinal) == own ? foot : null;
        NumberHeight = PageNumber is { } row ? page.Letters.Where(letter => Height - letter.StartBaseLine.Y > row.Box.Top).Min(letter => letter.StartBaseLine.Y) : SideNumber(page, own);
        var glyphs = all.All.Where(glyph => glyph.Baseline > HeaderFromTop && (PageNumber is null || glyph.Baseline < PageNumber.Box.Top - 1)).ToList();
        Rulings = PageRulings.Of(page, all);
        Tables = RuledTables.Of(page.Number, glyphs, Rulings);
        var taken = Tables.SelectMany(table => table.Taken).ToHashSet();
        Lines = TextRows.Of(glyphs.Where(glyph => !taken.Contains(glyph)), double.PositiveInfinity);
        CellLines = [.. Tables.SelectMany(table => table.Grid.Cells.Where(cell => cell.Text.Length > 0).Select(cell => LinesOf(cell, table)))];
        if (Lines is [var head, ..] && notice is not null && head.Text.Replace(" ", "", StringComparison.Ordinal) == notice.Replace(" ", "", StringComparison.Ordinal))
        {
            Lines = [.. Lines.Skip(1)];
            glyphs = [.. glyphs.Where(glyph => glyph.Baseline > head.Box.Bottom)];
        }

        Bottom = glyphs.Count == 0 ? 0 : glyphs.Max(glyph => glyph.Bottom);
    }

    public int Number { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The lines outside tables, from the top.</summary>
    public IReadOnlyList<TextRow> Lines { get; }

    /// <summary>The ruled tables.</summary>
    public IReadOnlyList<FoundTable> Tables { get; }

    /// <summary>The lines of each cell that has text, with the cell's box.</summary>
    public IReadOnlyList<(Box Cell, IReadOnlyList<TextRow> Lines)> CellLines { get; }

    public IReadOnlyList<Ruling> Rulings { get; }

    /// <summary>The line with the page number; null where there is none.</summary>
    public TextRow? PageNumber { get; }

    /// <summary>How far the number's baseline stands from the lower edge of the bound sheet: of a landscape page that is its left edge; null where there is none.</summary>
    public double? NumberHeight { get; }

    /// <summary>The lower edge of the lowest text above the page number; 0 on an empty page.</summary>
    public double Bottom { get; }

    // Read with the sheet upright: from the page's head to its foot.
    private static double? SideNumber(Page page, string own)
    {
        var letters = page.Letters.Where(letter => letter.TextOrientation == TextOrientation.Rotate90 && !string.IsNullOrWhiteSpace(letter.Value)).OrderByDescending(letter => letter.StartBaseLine.Y).ToList();
        return page.Width > page.Height && string.Concat(letters.Select(letter => letter.Value)) == own ? letters.Min(letter => letter.StartBaseLine.X) : null;
    }

    private static (Box, IReadOnlyList<TextRow>) LinesOf(PublishedCell cell, FoundTable table)
    {
        var box = cell.Box!.Value;
        var glyphs = table.Taken.Where(glyph => glyph.Middle > box.Left && glyph.Middle < box.Right && glyph.Height > box.Top && glyph.Height < box.Bottom);
        return (box, TextRows.Of(glyphs, double.PositiveInfinity));
    }
}
