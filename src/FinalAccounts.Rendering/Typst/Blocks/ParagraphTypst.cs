namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>A paragraph in its style.</summary>
internal static class ParagraphTypst
{
    public static void Write(TypstPage page, Paragraph paragraph)
    {
        if (paragraph.Style == ParagraphStyle.TableTitle)
        {
            page.Out.Raw("continued-title(");
            TitleTypst.Write(page, DocumentText.Of(paragraph.Inlines), page.Theme.BodySize);
            page.Out.Raw(")\n");
            return;
        }

        page.Out.Raw(paragraph.Style switch
        {
            ParagraphStyle.Body => "body(",
            ParagraphStyle.Plain => "plain(",
            ParagraphStyle.Centered => "centered(",
            ParagraphStyle.Caption => "centered(",
            ParagraphStyle.TableNote => "note(",
            _ => throw new NotSupportedException($"Typst has no paragraph style {paragraph.Style}."),
        });
        if (paragraph.Style is ParagraphStyle.Body or ParagraphStyle.Plain)
        {
            InlineTypst.WriteParagraph(page.Out, paragraph.Inlines, page.Marks);
        }
        else
        {
            InlineTypst.Write(page.Out, paragraph.Inlines, page.Marks);
        }

        page.Out.Raw(")\n");
    }
}
