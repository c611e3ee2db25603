using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Html.Charts;

/// <summary>Draws a chart as SVG with title and description. Sizes are in the drawing's own units, 640 wide.</summary>
internal static class ChartSvg
{
    public const double Width = 640;
    public const double FontSize = 15;

    public static void Write(HtmlWriter output, Chart chart, Theme theme)
    {
        if (chart.Series.Any(series => series.Values.Count != chart.Categories.Count))
        {
            throw new ArgumentException($"The chart {chart.Id} has series of another length than its categories.", nameof(chart));
        }
        using var drawing = new StringWriter();
        var height = Draw(drawing, chart, theme);
        output.Raw($"<svg viewBox=\"0 0 {Css.Number(Width)} {Css.Number(height)}\" role=\"img\"")
            .Attribute("aria-labelledby", $"{chart.Id}-title {chart.Id}-desc")
            .Raw($" font-size=\"{Css.Number(FontSize)}\">\n<title")
            .Attribute("id", chart.Id + "-title").Raw(">").Text(chart.Caption).Raw("</title>\n<desc")
            .Attribute("id", chart.Id + "-desc").Raw(">").Text(Description(chart)).Raw("</desc>\n")
            .Raw(drawing.ToString()).Raw("</svg>\n");
    }

    /// <summary>The drawing's height as a share of its width: Word's chart takes the same room, so that pages break alike.</summary>
    public static double AspectRatio(Chart chart, Theme theme) => Draw(TextWriter.Null, chart, theme) / Width;

    /// <summary>A value's label: its text without the unit, which the axis names once.</summary>
    public static string Label(Figure figure, string unit) =>
        unit.Length > 0 && figure.Text.EndsWith(unit, StringComparison.Ordinal) ? figure.Text[..^unit.Length].TrimEnd() : figure.Text;

    public static string Color(Theme theme, int index) => "#" + theme.ChartColors[index % theme.ChartColors.Count];

    private static double Draw(TextWriter drawing, Chart chart, Theme theme)
    {
        var svg = new SvgWriter(drawing);
        return chart.Kind switch
        {
            ChartKind.Column => ColumnChart.Draw(svg, chart, theme),
            // A share of a sum means nothing when a part is negative: columns say it truly.
            ChartKind.Pie when Values(chart).Any(value => value < 0) => ColumnChart.Draw(svg, chart, theme),
            ChartKind.Pie => PieChart.Draw(svg, chart, theme),
            _ => throw new NotSupportedException($"HTML has no chart kind {chart.Kind}."),
        };
    }

    private static IEnumerable<decimal> Values(Chart chart) =>
        chart.Series.SelectMany(series => series.Values).OfType<Figure>().Select(figure => figure.Value);

    private static string Description(Chart chart)
    {
        var kind = chart.Kind == ChartKind.Pie ? "饼图" : "柱形图";
        var values = from series in chart.Series
                     from item in series.Values.Index()
                     where item.Item is not null
                     let name = chart.Series.Count > 1 ? $"{series.Name} {chart.Categories[item.Index]}" : chart.Categories[item.Index]
                     select $"{name} {Label(item.Item, chart.Unit)}";
        return $"{kind}，单位：{chart.Unit}。{string.Join("；", values)}。";
    }
}
