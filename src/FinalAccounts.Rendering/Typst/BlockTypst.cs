using FinalAccounts.Rendering.Typst.Blocks;

namespace FinalAccounts.Rendering.Typst;

/// <summary>Sends each kind of block to its writer.</summary>
internal static class BlockTypst
{
    public static void Write(TypstPage page, Block block)
    {
        page.Marks?.Write(page.Out, block);
        switch (block)
        {
            case Heading heading: HeadingTypst.Write(page, heading); break;
            case Paragraph paragraph: ParagraphTypst.Write(page, paragraph); break;
            case ListBlock list: ListTypst.Write(page, list); break;
            case Table table: TableTypst.Write(page, table); break;
            case Chart chart: ChartTypst.Write(page, chart); break;
            case Cover cover: CoverTypst.Write(page, cover); break;
            case TableOfContents contents: ContentsTypst.Write(page, contents); break;
            case PageBreak: page.Out.Raw("pagebreak(weak: false)\n"); break;
            default: throw new NotSupportedException($"Typst has no writer for {block.GetType().Name}.");
        }
    }
}
