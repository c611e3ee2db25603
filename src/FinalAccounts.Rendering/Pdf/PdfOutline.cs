using FinalAccounts.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace FinalAccounts.Rendering.Pdf;

/// <summary>Learns the headings' pages from the bookmarks that the browser wrote, one for each heading in their order.</summary>
internal static class PdfOutline
{
    public static PageMap Read(byte[] pdf, Document document)
    {
        using var file = PdfDocument.Open(pdf);
        IReadOnlyList<DocumentBookmarkNode> marks = file.TryGetBookmarks(out var bookmarks)
            ? [.. bookmarks.GetNodes().OfType<DocumentBookmarkNode>()]
            : [];
        var headings = document.Blocks.OfType<Heading>().ToList();
        if (marks.Count != headings.Count)
        {
            throw new RenderingException($"PDF 中有 {marks.Count} 个书签，而文档有 {headings.Count} 个标题，不能确定目录页码。");
        }
        var pages = new Dictionary<string, int>(headings.Count);
        foreach (var (heading, mark) in headings.Zip(marks))
        {
            pages.Add(heading.Id, mark.PageNumber);
        }
        return new PageMap(pages, file.NumberOfPages);
    }
}
