namespace FinalAccounts.Rendering.Html;

/// <summary>Text of titles that the browser breaks into lines, with its whole words marked.</summary>
internal static class WholeWordsHtml
{
    public static void Write(HtmlPage page, string text)
    {
        foreach (var (part, whole) in WholeWords.In(text))
        {
            page.Out.Raw(whole ? "<span class=\"whole\">" : "").Text(part).Raw(whole ? "</span>" : "");
        }
    }
}
