namespace FinalAccounts.Rendering.Html.Charts;

/// <summary>The few shapes that the charts are drawn with.</summary>
internal sealed class SvgWriter(TextWriter drawing)
{
    private readonly HtmlWriter output = new(drawing);

    public void Line(double x1, double y1, double x2, double y2, string color, double width = 1) =>
        output.Raw($"<path d=\"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}\" stroke=\"{color}\" stroke-width=\"{N(width)}\" fill=\"none\"/>\n");

    public void Path(string data, string fill, string stroke) =>
        output.Raw($"<path d=\"{data}\" fill=\"{fill}\" stroke=\"{stroke}\"/>\n");

    public void Box(double x, double y, double width, double height, string fill) =>
        output.Raw($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{fill}\"/>\n");

    public void Circle(double x, double y, double radius, string fill, string stroke) =>
        output.Raw($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"{fill}\" stroke=\"{stroke}\"/>\n");

    /// <summary>White ground for a text in the middle at x, so that no line runs through it.</summary>
    public void Ground(double x, double y, double width, double fontSize) =>
        Path($"M{N(x - (width / 2) - 2)} {N(y - (fontSize * 0.85))}h{N(width + 4)}v{N(fontSize)}h{N(-width - 4)}Z", "#fff", "none");

    /// <summary>Text with its baseline at y; anchor is start, middle or end.</summary>
    public void Text(double x, double y, string anchor, string value) =>
        output.Raw($"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\">").Text(value).Raw("</text>\n");

    public static string N(double value) => Css.Number(Math.Round(value, 2));
}
