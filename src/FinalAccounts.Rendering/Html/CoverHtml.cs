namespace FinalAccounts.Rendering.Html;

/// <summary>The title page. Its title is no heading: the outline of the file begins with the first part.</summary>
internal static class CoverHtml
{
    public static void Write(HtmlPage page, Cover cover)
    {
        page.Out.Raw("<header class=\"cover\">\n");
        if (page.Document.Metadata.DraftNotice is { } notice)
        {
            page.Out.Raw("<p class=\"draft\">").Text(notice).Raw("</p>\n");
        }
        Lines(page, cover.Extras, "cover-extras");
        page.Out.Raw("<p class=\"cover-title\">");
        foreach (var line in cover.TitleLines)
        {
            page.Out.Raw("<span>");
            TitleHtml.Write(page, line, PageCss.CoverSize);
            page.Out.Raw("</span>");
        }
        page.Out.Raw("</p>\n");
        Lines(page, cover.Below, "cover-extras cover-below");
        if (cover.Date.Length > 0)
        {
            page.Out.Raw("<p class=\"cover-date\">").Text(cover.Date).Raw("</p>\n");
        }

        page.Out.Raw("</header>\n");
    }

    private static void Lines(HtmlPage page, IReadOnlyList<CoverLine> lines, string style)
    {
        if (lines.Count == 0)
        {
            return;
        }

        page.Out.Raw($"<dl class=\"{style}\">\n");
        foreach (var line in lines)
        {
            page.Out.Raw("<div><dt>").Text(line.Label).Raw(line.Label.Length == 0 ? "</dt><dd>" : "：</dt><dd>").Text(line.Value).Raw("</dd></div>\n");
        }

        page.Out.Raw("</dl>\n");
    }
}
