using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace FinalAccounts.Reading.Pdf;

/// <summary>The lines that are drawn on a page: strokes, borders of boxes, and filled boxes so thin that they are lines.</summary>
internal static class PageRulings
{
    private const double Thin = 2.6;
    private const double Shortest = 3;
    private const double Slant = 1;
    private const double Near = 1.5;
    private const double Gap = 2.5;

    /// <summary>Level and upright lines, pieces of one line joined.</summary>
    public static List<Ruling> Of(Page page, PageGlyphs glyphs)
    {
        var lines = new List<Ruling>();
        foreach (var path in page.Paths)
        {
            if (path.IsClipping && !path.IsFilled && !path.IsStroked)
            {
                continue;
            }

            foreach (var subpath in path)
            {
                Add(lines, path, subpath, glyphs);
            }

            if (lines.Count > DocumentLimits.RulingsOfPage)
            {
                break;
            }
        }

        return [.. Merge(lines.Where(line => line.IsLevel), level: true), .. Merge(lines.Where(line => !line.IsLevel), level: false)];
    }

    private static void Add(List<Ruling> lines, PdfPath path, PdfSubpath subpath, PageGlyphs glyphs)
    {
        if (path.IsFilled && !IsWhite(path.FillColor) && subpath.GetBoundingRectangle() is { } filled && Math.Min(filled.Width, filled.Height) <= Thin)
        {
            var (x, y) = ((filled.Left + filled.Right) / 2, (filled.Bottom + filled.Top) / 2);
            Add(lines, glyphs, filled.Width >= filled.Height ? (filled.Left, y, filled.Right, y) : (x, filled.Bottom, x, filled.Top));
            return;
        }

        if (!path.IsStroked || IsWhite(path.StrokeColor))
        {
            return;
        }

        PdfPoint? first = null;
        PdfPoint? last = null;
        foreach (var command in subpath.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    (first, last) = (move.Location, move.Location);
                    break;
                case PdfSubpath.Line line:
                    Add(lines, glyphs, (line.From.X, line.From.Y, line.To.X, line.To.Y));
                    first ??= line.From;
                    last = line.To;
                    break;
                case PdfSubpath.CubicBezierCurve curve:
                    last = curve.EndPoint;
                    break;
                case PdfSubpath.Close when first is { } from && last is { } to:
                    Add(lines, glyphs, (to.X, to.Y, from.X, from.Y));
                    break;
            }
        }
    }

    private static void Add(List<Ruling> lines, PageGlyphs glyphs, (double X1, double Y1, double X2, double Y2) ends)
    {
        var (x1, y1) = glyphs.Turn(ends.X1, ends.Y1);
        var (x2, y2) = glyphs.Turn(ends.X2, ends.Y2);
        if (Math.Max(Math.Abs(x2 - x1), Math.Abs(y2 - y1)) >= Shortest && Math.Min(Math.Abs(x2 - x1), Math.Abs(y2 - y1)) <= Slant)
        {
            lines.Add(new Ruling(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2)));
        }
    }

    private static bool IsWhite(IColor? color)
    {
        if (color is null or PatternColor)
        {
            return false;
        }

        var (red, green, blue) = color.ToRGBValues();
        return red > 0.97 && green > 0.97 && blue > 0.97;
    }

    private static IEnumerable<Ruling> Merge(IEnumerable<Ruling> lines, bool level)
    {
        double At(Ruling line) => level ? (line.Y1 + line.Y2) / 2 : (line.X1 + line.X2) / 2;
        double From(Ruling line) => level ? line.X1 : line.Y1;
        double To(Ruling line) => level ? line.X2 : line.Y2;
        Ruling Make(double at, double from, double to) => level ? new Ruling(from, at, to, at) : new Ruling(at, from, at, to);

        foreach (var group in Groups(lines.OrderBy(At), At))
        {
            var at = group.Average(At);
            var (from, to) = (double.NaN, double.NaN);
            foreach (var line in group.OrderBy(From))
            {
                if (double.IsNaN(from))
                {
                    (from, to) = (From(line), To(line));
                }
                else if (From(line) <= to + Gap)
                {
                    to = Math.Max(to, To(line));
                }
                else
                {
                    yield return Make(at, from, to);
                    (from, to) = (From(line), To(line));
                }
            }

            yield return Make(at, from, to);
        }
    }

    private static IEnumerable<List<Ruling>> Groups(IEnumerable<Ruling> sorted, Func<Ruling, double> at)
    {
        var group = new List<Ruling>();
        foreach (var line in sorted)
        {
            if (group.Count > 0 && at(line) - at(group[0]) > Near)
            {
                yield return group;
                group = [];
            }

            group.Add(line);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }
}
