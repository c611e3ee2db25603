namespace FinalAccounts.Rendering.Foundations;

/// <summary>How characters of the body stand in a line.</summary>
internal static class LineSpacing
{
    private const double PortraitWidth = 210;
    private const double PointsPerMillimetre = 72 / 25.4;

    // GB/T 9704: 每行28个字.
    private const int CharactersPerLine = 28;

    /// <summary>The letter spacing in pt, at most 0, with which 28 characters fit into a line.</summary>
    public static double Squeeze(Theme theme)
    {
        var width = (PortraitWidth - theme.Margins.Left - theme.Margins.Right) * PointsPerMillimetre;
        var spacing = (width / CharactersPerLine) - theme.BodySize;
        // A hundredth of a point below, or rounding pushes the last character over the edge.
        return Math.Min(0, Math.Floor(spacing * 100) / 100);
    }
}
