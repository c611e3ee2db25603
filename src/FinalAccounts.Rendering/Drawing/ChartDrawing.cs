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

        return KindOf(chart) switch
        {
            ChartKind.Column => ColumnChart.Draw(drawing, chart, theme),
            ChartKind.Pie => PieChart.Draw(drawing, chart, theme),
            _ => throw new NotSupportedException($"There is no drawing of the chart kind {chart.Kind}."),
        };
    }

    /// <summary>How the chart is drawn: a share of a sum means nothing when a part is negative, columns say it truly.</summary>
    public static ChartKind KindOf(Chart chart) => chart.Kind == ChartKind.Pie && Values(chart).Any(value => value < 0) ? ChartKind.Column : chart.Kind;

    /// <summary>The drawing's height as a share of its width: Word's chart takes the same room, so that pages break alike.</summary>
    public static double AspectRatio(Chart chart, Theme theme) => Draw(new SvgDrawing(TextWriter.Null), chart, theme) / Width;

    /// <summary>What the chart shows, in words, for those who cannot see it.</summary>
    public static string Description(Chart chart)
    {
        var kind = KindOf(chart) == ChartKind.Pie ? "饼图" : "柱形图";
        var values = from series in chart.Series
                     from item in series.Values.Index()
                     where item.Item is not null
                     let name = chart.Series.Count > 1 ? $"{series.Name} {chart.Categories[item.Index]}" : chart.Categories[item.Index]
                     select $"{name} {ChartLabels.Amount(chart, item.Item)}";
        return $"{kind}，单位：{chart.Unit}。{string.Join("；", values)}。";
    }

    public static string Color(Theme theme, int index) => "#" + theme.ChartColors[index % theme.ChartColors.Count];

    private static IEnumerable<decimal> Values(Chart chart) =>
        chart.Series.SelectMany(series => series.Values).OfType<Figure>().Select(figure => figure.Value);
}
