namespace FinalAccounts.Rendering.Html;

/// <summary>For each table's cell that sentences use, a list of links to them. CSS shows only the one that a link points to; paper shows none.</summary>
internal static class FigureUsesHtml
{
    public static void Write(HtmlPage page)
    {
        if (!page.Uses.Cells.Any())
        {
            return;
        }
        page.Out.Raw("<aside class=\"uses\" aria-label=\"表中的数用在哪里\">\n");
        foreach (var cell in page.Uses.Cells)
        {
            page.Out.Raw("<div").Attribute("id", cell.Id).Raw("><p>").Text($"{cell.Cell} 用在 {cell.Uses.Count} 处");
            if (page.Targets.For(cell.Cell) is { } row)
            {
                page.Out.Raw("　<a").Attribute("href", "#" + row).Raw(">回到表中</a>");
            }
            page.Out.Raw("</p><ol>");
            foreach (var use in cell.Uses)
            {
                page.Out.Raw("<li><a").Attribute("href", "#" + use.Id).Raw(">").Text(use.Section).Raw("</a>：").Text(use.Before)
                    .Raw("<b>").Text(use.Text).Raw("</b>").Text(use.After).Raw("</li>");
            }
            page.Out.Raw("</ol></div>\n");
        }
        page.Out.Raw("</aside>\n");
    }
}
