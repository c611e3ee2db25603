using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>A paragraph in its style.</summary>
internal static class ParagraphTypst
{
    public static void Write(TypstPage page, Paragraph paragraph)
    {
        page.Out.Raw(paragraph.Style switch
        {
            ParagraphStyle.Body => "body(",
            ParagraphStyle.Plain => "plain(",
            ParagraphStyle.Centered => "centered(",
            ParagraphStyle.Caption => "centered(",
            ParagraphStyle.TableNote => "note(",
            _ => throw new NotSupportedException($"Typst has no paragraph style {paragraph.Style}."),
        });
        InlineTypst.Write(page.Out, paragraph.Inlines);
        page.Out.Raw(")\n");
    }
}
