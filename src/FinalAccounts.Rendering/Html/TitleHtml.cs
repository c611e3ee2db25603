using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Html;

/// <summary>A centred title: on paper in lines of our own, on a screen as wide as the screen is.</summary>
internal static partial class TitleHtml
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

    // On a narrow screen the browser breaks the lines: not in the middle of （本级） or “三公”.
    private static void WriteLine(HtmlPage page, string line)
    {
        if (!page.OnScreen)
        {
            page.Out.Text(line);
            return;
        }
        var position = 0;
        foreach (Match match in Whole().Matches(line))
        {
            page.Out.Text(line[position..match.Index]).Raw("<span class=\"whole\">").Text(match.Value).Raw("</span>");
            position = match.Index + match.Length;
        }
        page.Out.Text(line[position..]);
    }

    [GeneratedRegex("[（“《][^（）“”《》]{1,8}[）”》]")]
    private static partial Regex Whole();
}
