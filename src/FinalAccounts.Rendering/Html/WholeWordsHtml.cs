namespace FinalAccounts.Rendering.Html;

/// <summary>Text of titles that the browser breaks into lines: between words, where the style sheet lets lines end at these places alone, and never inside its whole words.</summary>
internal static class WholeWordsHtml
{
    public static void Write(HtmlPage page, string text)
    {
        var ends = Ends(text);
        var start = 0;
        foreach (var (part, whole) in WholeWords.In(text))
        {
            page.Out.Raw(ends.Contains(start) ? "<wbr>" : "").Raw(whole ? "<span class=\"whole\">" : "");
            var written = start;
            foreach (var end in whole ? [] : ends.Where(end => end > start && end < start + part.Length))
            {
                page.Out.Text(text[written..end]).Raw("<wbr>");
                written = end;
            }

            start += part.Length;
            page.Out.Text(text[written..start]).Raw(whole ? "</span>" : "");
        }
    }

    // Where a line may end, in their order.
    private static SortedSet<int> Ends(string text)
    {
        var (ends, end) = (new SortedSet<int>(), 0);
        foreach (var piece in text.Length > 0 ? WordEnds.Pieces(text).SkipLast(1) : [])
        {
            ends.Add(end += piece.Length);
        }

        return ends;
    }
}
