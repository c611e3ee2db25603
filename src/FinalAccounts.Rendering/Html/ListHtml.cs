namespace FinalAccounts.Rendering.Html;

/// <summary>A list whose markers the browser prints; items below an item are a list in it.</summary>
internal static class ListHtml
{
    public static void Write(HtmlPage page, ListBlock list)
    {
        var tag = list.Ordered ? "ol" : "ul";
        page.Out.Raw("<").Raw(tag).Raw(" class=\"items\">\n");
        foreach (var (item, below) in list.Nested())
        {
            page.Out.Raw("<li>");
            InlineHtml.Write(page, item, FigureSetting.Text);
            WriteBelow(page, tag, below);
            page.Out.Raw("</li>\n");
        }

        page.Out.Raw("</").Raw(tag).Raw(">\n");
    }

    private static void WriteBelow(HtmlPage page, string tag, IReadOnlyList<IReadOnlyList<Inline>> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        page.Out.Raw("\n<").Raw(tag).Raw(" class=\"below\">\n");
        foreach (var item in items)
        {
            page.Out.Raw("<li>");
            InlineHtml.Write(page, item, FigureSetting.Text);
            page.Out.Raw("</li>\n");
        }

        page.Out.Raw("</").Raw(tag).Raw(">\n");
    }
}
