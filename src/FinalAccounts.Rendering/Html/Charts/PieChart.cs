using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Html.Charts;

/// <summary>A pie of one series; every slice is named beside it, so that no colour needs to be recognised. Zero slices are left out.</summary>
internal static class PieChart
{
    private const double Radius = 105;
    private const double MiddleX = ChartSvg.Width / 2;
    private const double LineHeight = ChartSvg.FontSize * 1.3;
    private const double LabelWidth = MiddleX - Radius - 42;
    private const string Ink = "#333";
    private const string Paper = "#fff";

    private sealed record Slice(double Start, double Share, string Color, IReadOnlyList<string> Lines)
    {
        public double Middle => Start + (Share / 2);

        public bool OnRight => Share >= 1 || Math.Sin(2 * Math.PI * Middle) >= 0;
    }

    private sealed record Label(Slice Slice, double Top)
    {
        public double Bottom => Top + (Slice.Lines.Count * LineHeight);
    }

    /// <summary>Draws and returns the height used.</summary>
    public static double Draw(SvgWriter svg, Chart chart, Theme theme)
    {
        if (chart.Series.Count != 1)
        {
            throw new ArgumentException($"The pie {chart.Id} has {chart.Series.Count} series; a pie has one.", nameof(chart));
        }
        svg.Text(0, ChartSvg.FontSize + 2, "start", $"单位：{chart.Unit}");
        var slices = Slices(chart, theme);
        var right = Spread(slices.Where(slice => slice.OnRight));
        var left = Spread(slices.Where(slice => !slice.OnRight));
        var labels = right.Concat(left).ToList();
        // Labels are placed around zero; the drawing is as high as they need.
        var highest = labels.Select(label => label.Top).Append(-Radius).Min();
        var lowest = labels.Select(label => label.Bottom).Append(Radius).Max();
        var middleY = LineHeight + 12 - highest;

        if (slices.Count == 0)
        {
            svg.Circle(MiddleX, middleY, Radius, Paper, Ink);
            svg.Text(MiddleX, middleY + 5, "middle", "各项均为零");
        }
        foreach (var slice in slices)
        {
            DrawSlice(svg, slice, middleY);
        }
        foreach (var label in labels)
        {
            DrawLabel(svg, label, middleY);
        }
        return middleY + lowest + 8;
    }

    private static List<Slice> Slices(Chart chart, Theme theme)
    {
        var values = chart.Series[0].Values;
        var sum = values.Sum(figure => figure?.Value ?? 0);
        var slices = new List<Slice>();
        var before = 0m;
        foreach (var (index, figure) in values.Index())
        {
            if (figure is null || figure.Value == 0)
            {
                continue;
            }
            slices.Add(new Slice(
                (double)(before / sum), (double)(figure.Value / sum), ChartSvg.Color(theme, index),
                [.. TextMeasure.Wrap(chart.Categories[index], LabelWidth, ChartSvg.FontSize),
                    $"{ChartSvg.Label(figure, chart.Unit)}（{Percent(figure, chart)}）"]));
            before += figure.Value;
        }
        return slices;
    }

    // From the exact values where they are all known: as the text computes it, half away from zero.
    private static string Percent(Figure figure, Chart chart)
    {
        var parts = chart.Series[0].Values.OfType<Figure>().ToList();
        var exact = parts.All(part => part.Origin.Exact is not null);
        var sum = parts.Sum(part => exact ? part.Origin.Exact!.Value : part.Value);
        if (sum == 0)
        {
            sum = parts.Sum(part => part.Value);
            exact = false;
        }
        var share = 100 * (exact ? figure.Origin.Exact!.Value : figure.Value) / sum;
        return Math.Round(share, chart.PercentDecimals, MidpointRounding.AwayFromZero).ToString($"F{chart.PercentDecimals}") + "%";
    }

    // Each label as near to its slice's middle as the labels above it allow.
    private static List<Label> Spread(IEnumerable<Slice> side)
    {
        var labels = new List<Label>();
        var free = double.NegativeInfinity;
        foreach (var slice in side.OrderBy(MiddleHeight))
        {
            var label = new Label(slice, Math.Max(free, MiddleHeight(slice) - (slice.Lines.Count * LineHeight / 2)));
            labels.Add(label);
            free = label.Bottom + 6;
        }
        return labels;
    }

    private static double MiddleHeight(Slice slice) =>
        slice.Share >= 1 ? 0 : -Math.Cos(2 * Math.PI * slice.Middle) * Radius * 1.1;

    private static void DrawSlice(SvgWriter svg, Slice slice, double middleY)
    {
        if (slice.Share >= 1)
        {
            svg.Circle(MiddleX, middleY, Radius, slice.Color, Paper);
            return;
        }
        var (x1, y1) = Point(slice.Start, Radius, middleY);
        var (x2, y2) = Point(slice.Start + slice.Share, Radius, middleY);
        var large = slice.Share > 0.5 ? 1 : 0;
        svg.Path(
            $"M{SvgWriter.N(MiddleX)} {SvgWriter.N(middleY)}L{SvgWriter.N(x1)} {SvgWriter.N(y1)}"
            + $"A{SvgWriter.N(Radius)} {SvgWriter.N(Radius)} 0 {large} 1 {SvgWriter.N(x2)} {SvgWriter.N(y2)}Z",
            slice.Color, Paper);
    }

    private static void DrawLabel(SvgWriter svg, Label label, double middleY)
    {
        var slice = label.Slice;
        var (x, y) = slice.Share >= 1 ? (MiddleX + Radius, middleY) : Point(slice.Middle, Radius, middleY);
        var side = slice.OnRight ? 1 : -1;
        var textX = MiddleX + (side * (Radius + 34));
        var textY = middleY + ((label.Top + label.Bottom) / 2);
        svg.Line(x, y, textX - (side * 6), textY, Ink);
        foreach (var (index, line) in slice.Lines.Index())
        {
            svg.Text(
                textX, middleY + label.Top + (LineHeight * index) + ChartSvg.FontSize, slice.OnRight ? "start" : "end", line);
        }
    }

    private static (double X, double Y) Point(double turn, double radius, double middleY) =>
        (MiddleX + (Math.Sin(2 * Math.PI * turn) * radius), middleY - (Math.Cos(2 * Math.PI * turn) * radius));
}
