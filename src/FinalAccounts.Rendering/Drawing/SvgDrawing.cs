using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Rendering.Drawing;

/// <summary>The shapes as SVG.</summary>
internal sealed class SvgDrawing(TextWriter drawing) : IDrawing
{
    private readonly HtmlWriter output = new(drawing);

    public void Line(double x1, double y1, double x2, double y2, string color, double width = 1) =>
        output.Raw($"<path d=\"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}\" stroke=\"{color}\" stroke-width=\"{N(width)}\" fill=\"none\"/>\n");

    public void Box(double x, double y, double width, double height, string fill) =>
        output.Raw($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{fill}\"/>\n");

    public void Circle(double x, double y, double radius, string fill, string stroke) =>
        output.Raw($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"{fill}\" stroke=\"{stroke}\"/>\n");

    public void Slice(double x, double y, double radius, double start, double share, string fill)
    {
        var (x1, y1) = Turns.Point(x, y, radius, start);
        var (x2, y2) = Turns.Point(x, y, radius, start + share);
        var large = share > 0.5 ? 1 : 0;
        output.Raw(
            $"<path d=\"M{N(x)} {N(y)}L{N(x1)} {N(y1)}A{N(radius)} {N(radius)} 0 {large} 1 {N(x2)} {N(y2)}Z\" fill=\"{fill}\" stroke=\"#fff\"/>\n");
    }

    public void Ground(double x, double y, double width, double fontSize) =>
        output.Raw($"<path d=\"M{N(x - (width / 2) - 2)} {N(y - (fontSize * 0.85))}h{N(width + 4)}v{N(fontSize)}h{N(-width - 4)}Z\" fill=\"#fff\" stroke=\"none\"/>\n");

    public void Text(double x, double y, TextAnchor anchor, string value) =>
        output.Raw($"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{Name(anchor)}\">").Text(value).Raw("</text>\n");

    private static string N(double value) => Css.Number(Math.Round(value, 2));

    private static string Name(TextAnchor anchor) => anchor switch
    {
        TextAnchor.Start => "start",
        TextAnchor.Middle => "middle",
        _ => "end",
    };
}
