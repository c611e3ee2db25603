namespace FinalAccounts.Rendering.Html;

/// <summary>A paragraph in its style.</summary>
internal static class ParagraphHtml
{
    public static void Write(HtmlPage page, Paragraph paragraph)
    {
        page.Out.Raw(paragraph.Style switch
        {
            ParagraphStyle.Body => "<p>",
            ParagraphStyle.Plain => "<p class=\"plain\">",
            ParagraphStyle.Centered or ParagraphStyle.TableTitle => "<p class=\"centered\">",
            ParagraphStyle.Caption => "<p class=\"caption\">",
            ParagraphStyle.TableNote => "<p class=\"note\">",
            _ => throw new NotSupportedException($"HTML has no paragraph style {paragraph.Style}."),
        });
        InlineHtml.Write(page, paragraph.Inlines, FigureSetting.Text);
        page.Out.Raw("</p>\n");
    }
}
