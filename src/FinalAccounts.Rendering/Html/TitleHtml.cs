namespace FinalAccounts.Rendering.Html;

/// <summary>A centred title: on paper in lines of our own, on a screen as wide as the screen is.</summary>
internal static class TitleHtml
{
    public static void Write(HtmlPage page, string title, double size)
    {
        var lines = TitleLines.Of(title, size, page.Setup, page.Theme);
        if (lines.Count == 1)
        {
            WriteLine(page, title);
            return;
        }
        foreach (var line in lines)
        {
            page.Out.Raw("<span class=\"line\">");
            WriteLine(page, line);
            page.Out.Raw("</span>");
        }
    }

    // On a narrow screen the browser breaks the lines.
    private static void WriteLine(HtmlPage page, string line)
    {
        if (page.OnScreen)
        {
            WholeWordsHtml.Write(page, line);
        }
        else
        {
            page.Out.Text(line);
        }
    }
}
