namespace FinalAccounts.Reading.Pdf;

/// <summary>A letter on a page, in points, the origin at the top left.</summary>
internal readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size)
{
    // Chinese type fills its square: most of it stands above the baseline.
    public double Top => Baseline - (0.88 * Size);

    public double Bottom => Baseline + (0.12 * Size);

    public double Middle => (Left + Right) / 2;

    public double Height => Baseline - (0.38 * Size);

    public Box Box => new(Left, Top, Right, Bottom);
}

/// <summary>The letters of one line, in pieces where they stand far apart.</summary>
internal sealed record TextRow(IReadOnlyList<PlacedText> Pieces)
{
    public string Text { get; } = string.Join('\t', Pieces.Select(piece => piece.Text));

    public Box Box { get; } = Pieces.Select(piece => piece.Box).Aggregate((all, box) => all.With(box));

    public double Size { get; } = Pieces.Max(piece => piece.Size);
}
