namespace FinalAccounts.Rendering.Typst;

/// <summary>What the block writers share while one document is written.</summary>
internal sealed record TypstPage(Document Document, Theme Theme, TypstWriter Out)
{
    private const double ShortEdge = 210;
    private const double LongEdge = 297;
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>Marks of templates' places; null where nobody asks where they are printed.</summary>
    public PlaceMarks? Marks { get; init; }

    /// <summary>How deep each heading stands, by its id.</summary>
    public IReadOnlyDictionary<string, int> Depths { get; } = HeadingDepths.Of(Document);

    /// <summary>The paper of the section that is being written.</summary>
    public PageSetup Setup { get; set; } = new();

    /// <summary>The sheet's width in mm.</summary>
    public double Width => Setup.Orientation == PageOrientation.Landscape ? LongEdge : ShortEdge;

    /// <summary>The sheet's height in mm.</summary>
    public double Height => Setup.Orientation == PageOrientation.Landscape ? ShortEdge : LongEdge;

    /// <summary>The width between the margins in pt.</summary>
    public double TextWidth => (Width - Theme.MarginsOf(Setup).Left - Theme.MarginsOf(Setup).Right) * PointsPerMillimetre;

    /// <summary>The height between the margins in pt.</summary>
    public double TextHeight => (Height - Theme.MarginsOf(Setup).Top - Theme.MarginsOf(Setup).Bottom) * PointsPerMillimetre;
}
