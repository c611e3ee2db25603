using FinalAccounts.Rendering.Drawing;

namespace FinalAccounts.Rendering.Html;

/// <summary>A chart as SVG with title and description. Sizes are in the drawing's own units.</summary>
internal static class ChartSvg
{
    public static void Write(HtmlWriter output, Chart chart, Theme theme)
    {
        using var drawing = new StringWriter();
        var height = ChartDrawing.Draw(new SvgDrawing(drawing), chart, theme);
        output.Raw($"<svg viewBox=\"0 0 {Css.Number(ChartDrawing.Width)} {Css.Number(height)}\" role=\"img\"")
            .Attribute("aria-labelledby", $"{chart.Id}-title {chart.Id}-desc")
            .Raw($" font-size=\"{Css.Number(ChartDrawing.FontSize)}\">\n<title")
            .Attribute("id", chart.Id + "-title").Raw(">").Text(chart.Caption).Raw("</title>\n<desc")
            .Attribute("id", chart.Id + "-desc").Raw(">").Text(ChartDrawing.Description(chart)).Raw("</desc>\n")
            .Raw(drawing.ToString()).Raw("</svg>\n");
    }
}
