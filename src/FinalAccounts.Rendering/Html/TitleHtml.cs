namespace FinalAccounts.Rendering.Html;

/// <summary>A centred title: on paper in lines of our own, on a screen as wide as the screen is.</summary>
internal static class TitleHtml
{
    public static void Write(HtmlPage page, string title, double size)
    {
        var lines = TitleLines.Of(title, size, page.Setup, page.Theme);
        if (lines.Count == 1)
        {
            page.Out.Text(title);
            return;
        }
        foreach (var line in lines)
        {
            page.Out.Raw("<span class=\"line\">").Text(line).Raw("</span>");
        }
    }
}
