using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>The parts of a docx file, with fixed relationship ids and in a fixed order.</summary>
internal static class WordPackage
{
    private static readonly KeyValuePair<string, string>[] Namespaces =
    [
        new("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        new("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        new("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        new("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        new("c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
    ];

    public static void Write(Stream package, Document document, Theme theme, PageMap? pages) =>
        Write(package, document, theme, pages, (body, _) => body.Write(document.Sections));

    /// <summary>Writes a file whose body is of another's making.</summary>
    public static void Write(Stream package, Document document, Theme theme, PageMap? pages, Action<BodyWriter, WordContext> content)
    {
        using var file = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document);
        var main = file.AddNewPart<MainDocumentPart>(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", WordPartIds.Main);
        var context = new WordContext(document, theme, pages, main);
        WriteMain(main, context, content);
        WordStyles.Write(main, document.Metadata, theme);
        WordFonts.Write(main, theme.Fonts);
        WordNumbering.Write(main, context.OrderedLists);
        WordSettings.Write(main, document, pages);
        WordHeadersFooters.Write(main, document, theme);
        WordProperties.Write(file, document.Metadata);
    }

    private static void WriteMain(MainDocumentPart part, WordContext context, Action<BodyWriter, WordContext> content)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new W.Document(), [], Namespaces);
        writer.WriteStartElement(new W.Body());
        content(new BodyWriter(writer, context), context);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
