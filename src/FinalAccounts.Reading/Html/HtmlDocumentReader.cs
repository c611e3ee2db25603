using AngleSharp.Html.Parser;

namespace FinalAccounts.Reading.Html;

/// <summary>Reads a web page: headings, paragraphs and tables in the order of the page; scripts, navigation, the head of the site and what is hidden are left out.</summary>
internal static class HtmlDocumentReader
{
    /// <summary>By the name, or by how the text begins.</summary>
    public static bool IsHtml(string file, string text) =>
        file.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan().TrimStart().StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || text.AsSpan().TrimStart().StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    public static PublishedDocument Read(string file, string text, CancellationToken cancellation)
    {
        // The parser builds a tree of any depth; ours is walked by recursion.
        var document = new HtmlParser().ParseDocument(text);
        var walk = new HtmlWalk(cancellation);
        if (document.Body is { } body)
        {
            walk.Block(body, 0);
        }

        var attachments = document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)
            .Where(link => link.EndsWith(".xls", StringComparison.OrdinalIgnoreCase) || link.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)).Distinct().ToList();
        return new PublishedDocument(file, [], walk.Parts, [.. walk.Problems(file)]) { Attachments = attachments };
    }
}
