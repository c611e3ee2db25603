namespace FinalAccounts.Rendering.Foundations;

/// <summary>How characters of the body stand in a line, after GB/T 9704: 每行28个字.</summary>
internal static class LineSpacing
{
    private const int CharactersPerLine = 28;
    private const int TwipsOfPoint = 20;

    /// <summary>The letter spacing in pt, at most 0, with which so many characters fit into a line: whole twips, which is what Word knows, so that all formats break lines alike.</summary>
    public static double Squeeze(Theme theme) =>
        Math.Min(0, Math.Floor(((TitleLines.CharactersPerLine(1, new PageSetup(), theme) / CharactersPerLine) - theme.BodySize) * TwipsOfPoint) / TwipsOfPoint);
}
