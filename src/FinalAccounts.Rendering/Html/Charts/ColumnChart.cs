using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Html.Charts;

/// <summary>Upright columns, grouped by category, each with its value; below zero they hang.</summary>
internal static class ColumnChart
{
    private const double PlotHeight = 230;
    private const double LineHeight = ChartSvg.FontSize * 1.3;
    private const double Right = ChartSvg.Width - 10;
    private const double WidestColumn = 80;
    private const string Ink = "#333";
    private const string Rule = "#ccc";

    /// <summary>Draws and returns the height used.</summary>
    public static double Draw(SvgWriter svg, Chart chart, Theme theme)
    {
        var figures = chart.Series.SelectMany(series => series.Values).OfType<Figure>().ToList();
        var scale = AxisScale.For(figures.Select(figure => figure.Value));
        var top = DrawHead(svg, chart, theme);
        var left = 12 + scale.Ticks.Max(tick => TextMeasure.Width(Tick(tick), ChartSvg.FontSize));
        double Y(decimal value) => top + (PlotHeight * (1 - scale.Share(value)));

        foreach (var tick in scale.Ticks)
        {
            svg.Line(left, Y(tick), Right, Y(tick), Rule);
            svg.Text(left - 6, Y(tick) + (ChartSvg.FontSize * 0.35), "end", Tick(tick));
        }
        var slot = (Right - left) / Math.Max(1, chart.Categories.Count);
        DrawColumns(svg, chart, theme, left, slot, Y);
        svg.Line(left, Y(0), Right, Y(0), Ink, 1.5);
        return DrawCategories(svg, chart, left, slot, top + PlotHeight + 8);
    }

    // The unit, and with several series their names beside their colours.
    private static double DrawHead(SvgWriter svg, Chart chart, Theme theme)
    {
        var y = ChartSvg.FontSize + 2;
        svg.Text(0, y, "start", $"单位：{chart.Unit}");
        if (chart.Series.Count > 1)
        {
            var x = 130.0;
            foreach (var (index, series) in chart.Series.Index())
            {
                var width = 22 + TextMeasure.Width(series.Name, ChartSvg.FontSize) + 18;
                if (x > 130 && x + width > Right)
                {
                    x = 130;
                    y += LineHeight;
                }
                svg.Box(x, y - 12, 14, 14, ChartSvg.Color(theme, index));
                svg.Text(x + 20, y, "start", series.Name);
                x += width;
            }
        }
        // Room for the value over the highest column.
        return y + (LineHeight * 1.8);
    }

    private static void DrawColumns(SvgWriter svg, Chart chart, Theme theme, double left, double slot, Func<decimal, double> y)
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
                svg.Box(middle - (width * 0.45), Math.Min(end, y(0)), width * 0.9, Math.Abs(y(0) - end), ChartSvg.Color(theme, number));
                var label = ChartSvg.Label(figure, chart.Unit);
                var baseline = figure.Value < 0 ? end + ChartSvg.FontSize + 1 : end - 5;
                svg.Ground(middle, baseline, TextMeasure.Width(label, ChartSvg.FontSize), ChartSvg.FontSize);
                svg.Text(middle, baseline, "middle", label);
            }
        }
    }

    private static double DrawCategories(SvgWriter svg, Chart chart, double left, double slot, double top)
    {
        var bottom = top;
        foreach (var (index, category) in chart.Categories.Index())
        {
            var y = top;
            foreach (var line in TextMeasure.Wrap(category, slot - 8, ChartSvg.FontSize))
            {
                y += LineHeight;
                svg.Text(left + (slot * (index + 0.5)), y, "middle", line);
            }
            bottom = Math.Max(bottom, y);
        }
        return bottom + 8;
    }

    private static string Tick(decimal tick) => tick.ToString("#,##0.######");
}
