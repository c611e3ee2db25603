namespace FinalAccounts.Rendering.Word;

/// <summary>An A4 page of a section in twips.</summary>
internal sealed record PageGeometry(PageMargins Margins, int Width, int Height)
{
    private const double ShortEdge = 210;
    private const double LongEdge = 297;

    public static PageGeometry Of(PageSetup page, Theme theme) => page.Orientation switch
    {
        PageOrientation.Portrait => new(theme.MarginsOf(page), Twips(ShortEdge), Twips(LongEdge)),
        PageOrientation.Landscape => new(theme.MarginsOf(page), Twips(LongEdge), Twips(ShortEdge)),
        _ => throw new NotSupportedException($"Word has no page orientation {page.Orientation}."),
    };

    /// <summary>The width between the margins.</summary>
    public int TextWidth => Width - Twips(Margins.Left) - Twips(Margins.Right);

    /// <summary>The height between the margins.</summary>
    public int TextHeight => Height - Twips(Margins.Top) - Twips(Margins.Bottom);

    private static int Twips(double millimetres) => Measure.TwipsOfMillimetres(millimetres);
}
