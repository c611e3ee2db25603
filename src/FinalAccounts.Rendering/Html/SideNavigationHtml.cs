namespace FinalAccounts.Rendering.Html;

/// <summary>The contents that stay in view beside the text on a wide screen; on a narrow one a link back to the contents.</summary>
internal static class SideNavigationHtml
{
    private const int DeepestLevel = 2;

    public static void Write(HtmlPage page)
    {
        page.Out.Raw("<nav class=\"side\" aria-label=\"章节导航\">\n<p class=\"side-title\">");
        WholeWordsHtml.Write(page, page.Document.Metadata.Title);
        page.Out.Raw("</p>\n<ol>\n");
        foreach (var heading in page.Contents.Where(heading => heading.Level <= DeepestLevel))
        {
            page.Out.Raw($"<li class=\"level-{heading.Level}\"><a").Attribute("href", "#" + heading.Id).Raw(">");
            ContentsHtml.WriteEntry(page, heading);
            page.Out.Raw("</a></li>\n");
        }
        page.Out.Raw("</ol>\n</nav>\n");
        if (page.Document.Blocks.OfType<TableOfContents>().Any())
        {
            page.Out.Raw($"<nav class=\"back\" aria-label=\"返回\"><a href=\"#{ContentsHtml.Id}\">目录</a></nav>\n");
        }
    }
}
