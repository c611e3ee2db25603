using FinalAccounts.Rendering.Drawing;
using static FinalAccounts.Rendering.Typst.TypstWriter;

namespace FinalAccounts.Rendering.Typst;

/// <summary>The shapes as calls of the style sheet's functions.</summary>
internal sealed class TypstDrawing(TypstWriter output) : IDrawing
{
    public void Line(double x1, double y1, double x2, double y2, string color, double width = 1) =>
        output.Raw($"chart-line({Number(x1)}, {Number(y1)}, {Number(x2)}, {Number(y2)}, \"{color}\", {Number(width)})\n");

    public void Box(double x, double y, double width, double height, string fill) =>
        output.Raw($"chart-box({Number(x)}, {Number(y)}, {Number(width)}, {Number(height)}, \"{fill}\")\n");

    public void Circle(double x, double y, double radius, string fill, string stroke) =>
        output.Raw($"chart-circle({Number(x)}, {Number(y)}, {Number(radius)}, \"{fill}\", \"{stroke}\")\n");

    public void Slice(double x, double y, double radius, double start, double share, string fill)
    {
        output.Raw($"chart-slice(\"{fill}\", {Pair(x, y)}, {Pair(Turns.Point(x, y, radius, start))}");
        // Cubic curves of an eighth of a turn at most keep to the circle within a ten-thousandth of its radius.
        var parts = (int)Math.Ceiling(share * 8);
        for (var part = 0; part < parts; part++)
        {
            var (from, to) = (start + (share * part / parts), start + (share * (part + 1) / parts));
            var reach = 4.0 / 3 * Math.Tan(Math.PI * (to - from) / 2) * radius;
            var (x1, y1) = Turns.Point(x, y, radius, from);
            var (x2, y2) = Turns.Point(x, y, radius, to);
            var (dx1, dy1) = Turns.Point(0, 0, reach, from + 0.25);
            var (dx2, dy2) = Turns.Point(0, 0, reach, to + 0.25);
            output.Raw($", ({Pair(x1 + dx1, y1 + dy1)}, {Pair(x2 - dx2, y2 - dy2)}, {Pair(x2, y2)})");
        }

        output.Raw(")\n");
    }

    public void Ground(double x, double y, double width, double fontSize) =>
        Box(x - (width / 2) - 2, y - (fontSize * 0.85), width + 4, fontSize, "#fff");

    public void Text(double x, double y, TextAnchor anchor, string value) =>
        output.Raw($"chart-text({Number(x)}, {Number(y)}, {Side(anchor)}, ").Text(value).Raw(")\n");

    private static string Pair((double X, double Y) point) => Pair(point.X, point.Y);

    private static string Pair(double x, double y) => $"({Number(x)}, {Number(y)})";

    private static string Side(TextAnchor anchor) => anchor switch
    {
        TextAnchor.Start => "left",
        TextAnchor.Middle => "center",
        _ => "right",
    };
}
