namespace FinalAccounts.Rendering.Html;

/// <summary>The head of the page on a screen: who publishes, when, the other formats, and the switch that shows where figures come from.</summary>
internal static class BannerHtml
{
    public static void Write(HtmlPage page)
    {
        if (page.Purpose != HtmlPurpose.Publication)
        {
            return;
        }

        page.Out.Raw("<div class=\"banner\" role=\"banner\"><a class=\"skip\" href=\"#text\">跳到正文</a><span>").Text(page.Document.Metadata.Unit).Raw("</span>");
        if (page.Document.Blocks.OfType<Cover>().FirstOrDefault() is { Date.Length: > 0 } cover)
        {
            page.Out.Raw("<span>公开日期：").Text(cover.Date).Raw("</span>");
        }

        page.Out.Raw(SiblingLinks.Place).Raw("<label><input type=\"checkbox\" id=\"origins\"> 显示数的来源</label></div>\n");
    }
}
