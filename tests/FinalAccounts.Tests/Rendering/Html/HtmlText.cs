using System.Net;
using System.Text.RegularExpressions;

namespace FinalAccounts.Tests.Rendering.Html;

/// <summary>The visible text of our HTML, without navigation and what only screen readers hear.</summary>
internal static partial class HtmlText
{
    public static string Of(string html)
    {
        var main = html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
        return ExpectedText.Bare(WebUtility.HtmlDecode(Tag().Replace(Unseen().Replace(main, ""), "")));
    }

    [GeneratedRegex("<title.*?</title>|<desc.*?</desc>|<span class=\"unseen\">.*?</span>|<table class=\"unseen\">.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
