namespace FinalAccounts.Rendering.Html;

/// <summary>The blocks of a section, the notes below a table held together.</summary>
internal static class SectionHtml
{
    public static void Write(HtmlPage page, IReadOnlyList<Block> blocks)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            var begins = IsNote(blocks, index) && !IsNote(blocks, index - 1);
            var ends = IsNote(blocks, index) && !IsNote(blocks, index + 1);
            page.Out.Raw(begins ? "<div class=\"notes\">\n" : "");
            BlockHtml.Write(page, blocks[index]);
            page.Out.Raw(ends ? "</div>\n" : "");
        }
    }

    private static bool IsNote(IReadOnlyList<Block> blocks, int index) =>
        index >= 0 && index < blocks.Count && blocks[index] is Paragraph { Style: ParagraphStyle.TableNote };
}
