using System.Globalization;

namespace FinalAccounts.Rendering.Html;

/// <summary>The table of contents: links, and on paper dot leaders and page numbers.</summary>
internal static class ContentsHtml
{
    /// <summary>Where links back to the contents go.</summary>
    public const string Id = "contents";

    public static void Write(HtmlPage page, TableOfContents contents)
    {
        page.Out.Raw($"<nav class=\"contents\" id=\"{Id}\" aria-labelledby=\"{Id}-title\">\n<p class=\"contents-title\" id=\"{Id}-title\">")
            .Text(contents.Title).Raw("</p>\n<ol>\n");
        foreach (var heading in page.Contents)
        {
            page.Out.Raw($"<li class=\"level-{heading.Level}\"><a").Attribute("href", "#" + heading.Id).Raw("><span class=\"entry\">");
            WriteEntry(page, heading);
            // The number's box is there before the number is known, so that the numbers change no line.
            page.Out.Raw("</span><span class=\"leader\"></span><span class=\"number\">");
            if (page.Pages is { } pages)
            {
                var number = pages.PageOf(heading.Id)
                    ?? throw new ArgumentException($"The page map does not know the heading {heading.Id}.", nameof(page));
                page.Out.Raw(number.ToString(CultureInfo.InvariantCulture));
            }
            page.Out.Raw("</span></a></li>\n");
        }
        page.Out.Raw("</ol>\n</nav>\n");
    }

    /// <summary>The wording of a heading in a list of contents, on one line.</summary>
    public static void WriteEntry(HtmlPage page, Heading heading)
    {
        if (heading.ContentsText is { } text)
        {
            WholeWordsHtml.Write(page, text);
            return;
        }
        foreach (var inline in heading.Inlines)
        {
            if (inline is LineBreak)
            {
                page.Out.Raw(" ");
            }
            else if (inline is Text words)
            {
                WholeWordsHtml.Write(page, words.Value);
            }
            else
            {
                InlineHtml.Write(page, inline, FigureSetting.Bare);
            }
        }
    }
}
