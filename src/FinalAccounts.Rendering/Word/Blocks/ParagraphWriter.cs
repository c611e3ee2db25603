using DocumentFormat.OpenXml;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>A paragraph in its style.</summary>
internal static class ParagraphWriter
{
    public static IEnumerable<OpenXmlElement> Write(Paragraph paragraph, WordContext context)
    {
        var written = WordParagraph.Of(Style(paragraph.Style), WordInlines.Write(paragraph.Inlines));
        if (paragraph.Style == ParagraphStyle.TableTitle)
        {
            var lines = TitleLines.Of(DocumentText.Of(paragraph.Inlines), context.Theme.BodySize, context.Setup, context.Theme);
            BalancedTitle.Apply(written, lines, context.Page.TextWidth, context.Theme.BodySize);
        }

        return [written];
    }

    private static string Style(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Body => WordStyleIds.Body,
        ParagraphStyle.Plain => WordStyleIds.Normal,
        ParagraphStyle.Centered => WordStyleIds.Centered,
        ParagraphStyle.Caption => WordStyleIds.Caption,
        ParagraphStyle.TableTitle => WordStyleIds.TableTitle,
        ParagraphStyle.TableNote => WordStyleIds.TableNote,
        _ => throw new NotSupportedException($"Word has no paragraph style {style}."),
    };
}
