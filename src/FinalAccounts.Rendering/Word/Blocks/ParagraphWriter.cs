using DocumentFormat.OpenXml;
using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>A paragraph in its style.</summary>
internal static class ParagraphWriter
{
    public static IEnumerable<OpenXmlElement> Write(Paragraph paragraph) =>
        [WordParagraph.Of(Style(paragraph.Style), WordInlines.Write(paragraph.Inlines))];

    private static string Style(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Body => WordStyleIds.Body,
        ParagraphStyle.Plain => WordStyleIds.Normal,
        ParagraphStyle.Centered => WordStyleIds.Centered,
        ParagraphStyle.Caption => WordStyleIds.Caption,
        ParagraphStyle.TableNote => WordStyleIds.TableNote,
        _ => throw new NotSupportedException($"Word has no paragraph style {style}."),
    };
}
