namespace FinalAccounts.Rendering.Html;

/// <summary>A list whose markers the browser prints.</summary>
internal static class ListHtml
{
    public static void Write(HtmlPage page, ListBlock list)
    {
        var tag = list.Ordered ? "ol" : "ul";
        page.Out.Raw("<").Raw(tag).Raw(" class=\"items\">\n");
        foreach (var item in list.Items)
        {
            page.Out.Raw("<li>");
            InlineHtml.Write(page, item, FigureSetting.Text);
            page.Out.Raw("</li>\n");
        }
        page.Out.Raw("</").Raw(tag).Raw(">\n");
    }
}
