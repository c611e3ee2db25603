namespace FinalAccounts.Rendering.Drawing;

/// <summary>A pie of one series; every slice is named beside it, so that no colour needs to be recognised. Zero slices are left out.</summary>
internal static class PieChart
{
    private const double Radius = 105;
    private const double MiddleX = ChartDrawing.Width / 2;
    private const double LineHeight = ChartDrawing.FontSize * 1.3;
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
    public static double Draw(IDrawing drawing, Chart chart, Theme theme)
    {
        if (chart.Series.Count != 1)
        {
            throw new ArgumentException($"The pie {chart.Id} has {chart.Series.Count} series; a pie has one.", nameof(chart));
        }
        drawing.Text(0, ChartDrawing.FontSize + 2, TextAnchor.Start, ChartLabels.Unit(chart));
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
            drawing.Circle(MiddleX, middleY, Radius, Paper, Ink);
            drawing.Text(MiddleX, middleY + 5, TextAnchor.Middle, "各项均为零");
        }
        foreach (var slice in slices)
        {
            DrawSlice(drawing, slice, middleY);
        }
        foreach (var label in labels)
        {
            DrawLabel(drawing, label, middleY);
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
                (double)(before / sum), (double)(figure.Value / sum), ChartDrawing.Color(theme, index),
                [.. WordLines.Of(chart.Categories[index], LabelWidth, ChartDrawing.FontSize),
                    ChartLabels.AmountAndShare(chart, figure)]));
            before += figure.Value;
        }
        return slices;
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

    private static void DrawSlice(IDrawing drawing, Slice slice, double middleY)
    {
        if (slice.Share >= 1)
        {
            drawing.Circle(MiddleX, middleY, Radius, slice.Color, Paper);
            return;
        }

        drawing.Slice(MiddleX, middleY, Radius, slice.Start, slice.Share, slice.Color);
    }

    private static void DrawLabel(IDrawing drawing, Label label, double middleY)
    {
        var slice = label.Slice;
        var (x, y) = slice.Share >= 1 ? (MiddleX + Radius, middleY) : Turns.Point(MiddleX, middleY, Radius, slice.Middle);
        var side = slice.OnRight ? 1 : -1;
        var textX = MiddleX + (side * (Radius + 34));
        var textY = middleY + ((label.Top + label.Bottom) / 2);
        drawing.Line(x, y, textX - (side * 6), textY, Ink);
        foreach (var (index, line) in slice.Lines.Index())
        {
            drawing.Text(
                textX, middleY + label.Top + (LineHeight * index) + ChartDrawing.FontSize, slice.OnRight ? TextAnchor.Start : TextAnchor.End, line);
        }
    }
}
