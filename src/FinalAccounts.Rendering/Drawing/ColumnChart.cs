namespace FinalAccounts.Rendering.Drawing;

/// <summary>Upright columns, grouped by category, each with its value; below zero they hang.</summary>
internal static class ColumnChart
{
    private const double PlotHeight = 230;
    private const double LineHeight = ChartDrawing.FontSize * 1.3;
    private const double Right = ChartDrawing.Width - 10;
    private const double WidestColumn = 80;
    private const string Ink = "#333";
    private const string Rule = "#ccc";

    /// <summary>Draws and returns the height used.</summary>
    public static double Draw(IDrawing drawing, Chart chart, Theme theme)
    {
        var figures = chart.Series.SelectMany(series => series.Values).OfType<Figure>().ToList();
        var scale = AxisScale.For(figures.Select(figure => figure.Value));
        var top = DrawHead(drawing, chart, theme);
        var left = 12 + scale.Ticks.Max(tick => TextMeasure.Width(Tick(tick), ChartDrawing.FontSize));
        double Y(decimal value) => top + (PlotHeight * (1 - scale.Share(value)));

        foreach (var tick in scale.Ticks)
        {
            drawing.Line(left, Y(tick), Right, Y(tick), Rule);
            drawing.Text(left - 6, Y(tick) + (ChartDrawing.FontSize * 0.35), TextAnchor.End, Tick(tick));
        }
        var slot = (Right - left) / Math.Max(1, chart.Categories.Count);
        DrawColumns(drawing, chart, theme, left, slot, Y);
        drawing.Line(left, Y(0), Right, Y(0), Ink, 1.5);
        return DrawCategories(drawing, chart, left, slot, top + PlotHeight + 8);
    }

    // The unit, and with several series their names beside their colours.
    private static double DrawHead(IDrawing drawing, Chart chart, Theme theme)
    {
        var y = ChartDrawing.FontSize + 2;
        drawing.Text(0, y, TextAnchor.Start, ChartLabels.Unit(chart));
        if (chart.Series.Count > 1)
        {
            var x = 130.0;
            foreach (var (index, series) in chart.Series.Index())
            {
                var width = 22 + TextMeasure.Width(series.Name, ChartDrawing.FontSize) + 18;
                if (x > 130 && x + width > Right)
                {
                    x = 130;
                    y += LineHeight;
                }
                drawing.Box(x, y - 12, 14, 14, ChartDrawing.Color(theme, index));
                drawing.Text(x + 20, y, TextAnchor.Start, series.Name);
                x += width;
            }
        }
        // Room for the value over the highest column.
        return y + (LineHeight * 1.8);
    }

    private static void DrawColumns(IDrawing drawing, Chart chart, Theme theme, double left, double slot, Func<decimal, double> y)
    {
        var width = Math.Min(WidestColumn, slot * 0.7 / Math.Max(1, chart.Series.Count));
        foreach (var (number, series) in chart.Series.Index())
        {
            foreach (var (index, figure) in series.Values.Index())
            {
                if (figure is null)
                {
                    continue;
                }
                var middle = left + (slot * (index + 0.5)) + (width * (number - ((chart.Series.Count - 1) / 2.0)));
                var end = y(figure.Value);
                drawing.Box(middle - (width * 0.45), Math.Min(end, y(0)), width * 0.9, Math.Abs(y(0) - end), ChartDrawing.Color(theme, number));
                var label = ChartLabels.Amount(chart, figure);
                var baseline = figure.Value < 0 ? end + ChartDrawing.FontSize + 1 : end - 5;
                drawing.Ground(middle, baseline, TextMeasure.Width(label, ChartDrawing.FontSize), ChartDrawing.FontSize);
                drawing.Text(middle, baseline, TextAnchor.Middle, label);
            }
        }
    }

    private static double DrawCategories(IDrawing drawing, Chart chart, double left, double slot, double top)
    {
        var bottom = top;
        foreach (var (index, category) in chart.Categories.Index())
        {
            var y = top;
            foreach (var line in WordLines.Of(category, slot - 8, ChartDrawing.FontSize))
            {
                y += LineHeight;
                drawing.Text(left + (slot * (index + 0.5)), y, TextAnchor.Middle, line);
            }
            bottom = Math.Max(bottom, y);
        }
        return bottom + 8;
    }

    private static string Tick(decimal tick) => tick.ToString("#,##0.######");
}
