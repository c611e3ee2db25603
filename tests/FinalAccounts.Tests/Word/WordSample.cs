using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Word;
using FinalAccounts.Tests.Rendering;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Word;

/// <summary>The sample as a Word file, rendered once.</summary>
internal static class WordSample
{
    public static Document Document { get; } = SampleDocument.Create(annexes: 2);

    public static PageMap Pages { get; } = PagesOf(Document);

    public static byte[] File { get; } = Render(Document, Pages);

    public static byte[] Render(Document document, PageMap? pages = null)
    {
        using var output = new MemoryStream();
        WordRenderer.Render(document, new Theme(), pages, output);
        return output.ToArray();
    }

    public static WordprocessingDocument Open(byte[]? file = null) => WordprocessingDocument.Open(new MemoryStream(file ?? File), isEditable: false);

    public static W.Body Body(WordprocessingDocument file) => file.MainDocumentPart!.Document.Body!;

    /// <summary>A document of one section with these blocks.</summary>
    public static Document Of(params Block[] blocks) => Document with { Sections = [new Section(new PageSetup(), blocks)] };

    public static PageMap PagesOf(Document document)
    {
        var headings = document.Blocks.OfType<Heading>().ToList();
        return new PageMap(headings.Index().ToDictionary(pair => pair.Item.Id, pair => 3 + (2 * pair.Index)), 3 + (2 * headings.Count));
    }
}
