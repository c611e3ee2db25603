using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Html;

/// <summary>Text of titles that the browser breaks into lines: not in the middle of （本级）, “三公” or 2023年度.</summary>
internal static partial class WholeWordsHtml
{
    public static void Write(HtmlPage page, string text)
    {
        var position = 0;
        foreach (Match match in Whole().Matches(text))
        {
            page.Out.Text(text[position..match.Index]).Raw("<span class=\"whole\">").Text(match.Value).Raw("</span>");
            position = match.Index + match.Length;
        }

        page.Out.Text(text[position..]);
    }

    [GeneratedRegex("[（“《][^（）“”《》]{1,8}[）”》]|[0-9]{4}年度?")]
    private static partial Regex Whole();
}
