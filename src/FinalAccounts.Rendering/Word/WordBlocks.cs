using DocumentFormat.OpenXml;
using FinalAccounts.Rendering.Word.Blocks;

namespace FinalAccounts.Rendering.Word;

/// <summary>Which writer makes which kind of block.</summary>
internal static class WordBlocks
{
    public static IEnumerable<OpenXmlElement> Write(Block block, WordContext context) => block switch
    {
        Heading heading => HeadingWriter.Write(heading, context),
        Paragraph paragraph => ParagraphWriter.Write(paragraph, context),
        ListBlock list => ListWriter.Write(list, context),
        Table table => TableWriter.Write(table, context),
        Chart chart => ChartWriter.Write(chart, context),
        Cover cover => CoverWriter.Write(cover, context),
        TableOfContents contents => ContentsWriter.Write(contents, context),
        PageBreak => PageBreakWriter.Write(),
        _ => throw new NotSupportedException($"Word has no writer for {block.GetType().Name}."),
    };
}
