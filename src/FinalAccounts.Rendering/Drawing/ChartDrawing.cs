using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Drawing;

/// <summary>Draws a chart, with the same shapes for every format that has no charts of its own.</summary>
internal static class ChartDrawing
{
    public const double Width = 640;
    public const double FontSize = 15;

    /// <summary>Draws and returns the height used.</summary>
    public static double Draw(IDrawing drawing, Chart chart, Theme theme)
    {
        if (chart.Series.Any(series => series.Values.Count != chart.Categories.Count))
        {
            throw new ArgumentException($"The chart {chart.Id} has series of another length than its categories.", nameof(chart));
        }

        return chart.Kind switch
        {
            ChartKind.Column => ColumnChart.Draw(drawing, chart, theme),
            // A share of a sum means nothing when a part is negative: columns say it truly.
            ChartKind.Pie when Values(chart).Any(value => value < 0) => ColumnChart.Draw(drawing, chart, theme),
            ChartKind.Pie => PieChart.Draw(drawing, chart, theme),
            _ => throw new NotSupportedException($"There is no drawing of the chart kind {chart.Kind}."),
        };
    }

    /// <summary>The drawing's height as a share of its width: Word's chart takes the same room, so that pages break alike.</summary>
    public static double AspectRatio(Chart chart, Theme theme) => Draw(new SvgDrawing(TextWriter.Null), chart, theme) / Width;

    /// <summary>What the chart shows, in words, for those who cannot see it.</summary>
    public static string Description(Chart chart)
    {
        var kind = chart.Kind == ChartKind.Pie ? "饼图" : "柱形图";
        var values = from series in chart.Series
                     from item in series.Values.Index()
                     where item.Item is not null
                     let name = chart.Series.Count > 1 ? $"{series.Name} {chart.Categories[item.Index]}" : chart.Categories[item.Index]
                     select $"{name} {Label(item.Item, chart.Unit)}";
        return $"{kind}，单位：{chart.Unit}。{string.Join("；", values)}。";
    }

    /// <summary>A value's label: its text without the unit, which the axis names once.</summary>
    public static string Label(Figure figure, string unit) =>
        unit.Length > 0 && figure.Text.EndsWith(unit, StringComparison.Ordinal) ? figure.Text[..^unit.Length].TrimEnd() : figure.Text;

    public static string Color(Theme theme, int index) => "#" + theme.ChartColors[index % theme.ChartColors.Count];

    private static IEnumerable<decimal> Values(Chart chart) =>
        chart.Series.SelectMany(series => series.Values).OfType<Figure>().Select(figure => figure.Value);
}
