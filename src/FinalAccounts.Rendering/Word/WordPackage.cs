using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.IO;
using W = DocumentFormat.OpenXml.Wordprocessing;
using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Rendering.Word;

/// <summary>A docx file: its parts with fixed relationship ids and in a fixed order.</summary>
internal static class WordPackage
{
    private const string Body = "word/document.xml";

    // The body is megabytes: in a pool it is no garbage, and beside the package it is compressed once.
    private static readonly RecyclableMemoryStreamManager Pool = new(new RecyclableMemoryStreamManager.Options { MaximumSmallPoolFreeBytes = 16 << 20 });

    private static readonly KeyValuePair<string, string>[] Namespaces =
    [
        new("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        new("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        new("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        new("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        new("c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
    ];

    /// <summary>Writes the file of a document; equal input gives equal bytes.</summary>
    public static void Write(Stream output, Document document, Theme theme, PageMap? pages) =>
        Write(output, document, theme, pages, (body, _) => body.Write(PagedDocument.Of(document, theme).Sections));

    /// <summary>Writes a file whose body is of another's making.</summary>
    public static void Write(Stream output, Document document, Theme theme, PageMap? pages, Action<BodyWriter, WordContext> content)
    {
        using var package = new MemoryStream();
        using var body = Pool.GetStream();
        WriteParts(package, body, document, theme, pages, content);
        body.Position = 0;
        DeterministicPackage.Write(package, output, (Body, body));
    }

    private static void WriteParts(
        Stream package, Stream body, Document document, Theme theme, PageMap? pages, Action<BodyWriter, WordContext> content)
    {
        using var file = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document);
        var main = file.AddNewPart<MainDocumentPart>(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", WordPartIds.Main);
        var context = new WordContext(document, theme, pages, main);
        WriteBody(body, context, content);
        WordStyles.Write(main, document, theme);
        WordTheme.Write(main, theme);
        WordFonts.Write(main, theme.Fonts);
        WordNumbering.Write(main, context.OrderedLists);
        WordSettings.Write(main, document, pages);
        WordHeadersFooters.Write(main, document, theme);
        WordProperties.Write(file, document.Metadata);
    }

    private static void WriteBody(Stream body, WordContext context, Action<BodyWriter, WordContext> content)
    {
        using var writer = OpenXmlWriter.Create(body);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new W.Document(), [], Namespaces);
        writer.WriteStartElement(new W.Body());
        content(new BodyWriter(writer, context), context);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
