namespace FinalAccounts.Rendering.Html;

/// <summary>Sends each kind of block to its writer.</summary>
internal static class BlockHtml
{
    public static void Write(HtmlPage page, Block block)
    {
        if (page.InlinePlaces is null || block.Place is not { Line: { } line } place)
        {
            WriteBare(page, block);
            return;
        }

        page.Out.Raw("<div class=\"made\"").Attribute("data-line", $"{line}").Attribute("data-file", place.File).Raw(">\n");
        WriteBare(page, block);
        page.Out.Raw("</div>\n");
    }

    private static void WriteBare(HtmlPage page, Block block)
    {
        switch (block)
        {
            case Heading heading: HeadingHtml.Write(page, heading); break;
            case Paragraph paragraph: ParagraphHtml.Write(page, paragraph); break;
            case ListBlock list: ListHtml.Write(page, list); break;
            case Table table: TableHtml.Write(page, table); break;
            case Chart chart: ChartHtml.Write(page, chart); break;
            case Cover cover: CoverHtml.Write(page, cover); break;
            case TableOfContents contents: ContentsHtml.Write(page, contents); break;
            case PageBreak: page.Out.Raw("<div class=\"page-break\"></div>\n"); break;
            default: throw new NotSupportedException($"HTML has no writer for {block.GetType().Name}.");
        }
    }
}
