namespace FinalAccounts.Rendering.Html;

/// <summary>A chart as a drawing with a description, its caption, and on screen its data as a table for screen readers.</summary>
internal static class ChartHtml
{
    public static void Write(HtmlPage page, Chart chart)
    {
        page.Out.Raw("<figure class=\"chart\"").Attribute("id", chart.Id).Raw(">\n");
        ChartSvg.Write(page.Out, chart, page.Theme);
        if (page.OnScreen)
        {
            WriteData(page, chart);
        }
        page.Out.Raw("<figcaption>").Text(chart.Caption).Raw("</figcaption>\n</figure>\n");
    }

    private static void WriteData(HtmlPage page, Chart chart)
    {
        page.Out.Raw("<table class=\"unseen\"><caption>").Text($"{chart.Caption}（单位：{chart.Unit}）")
            .Raw("</caption><thead><tr><th scope=\"col\">项目</th>");
        foreach (var series in chart.Series)
        {
            page.Out.Raw("<th scope=\"col\">").Text(series.Name).Raw("</th>");
        }
        page.Out.Raw("</tr></thead><tbody>\n");
        foreach (var (index, category) in chart.Categories.Index())
        {
            page.Out.Raw("<tr><th scope=\"row\">").Text(category).Raw("</th>");
            foreach (var series in chart.Series)
            {
                page.Out.Raw("<td>").Text(series.Values[index]?.Text ?? "无数据").Raw("</td>");
            }
            page.Out.Raw("</tr>\n");
        }
        page.Out.Raw("</tbody></table>\n");
    }
}
