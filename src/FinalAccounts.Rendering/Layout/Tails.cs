namespace FinalAccounts.Rendering.Layout;

/// <summary>The last lines before a forced page break stay together, so that no page holds but one or two of them.</summary>
internal static class Tails
{
    // Four of 22 lines: more than 15 % of a page.
    private const int FewestLines = 4;
    private const int MostLines = 9;
    private const int CharactersPerLine = 28;

    /// <summary>For each block whether it belongs to such a tail.</summary>
    public static IReadOnlySet<int> Of(IReadOnlyList<Block> blocks)
    {
        var tails = new HashSet<int>();
        for (var end = blocks.Count; end > 0; end--)
        {
            if (end == blocks.Count || blocks[end] is PageBreak)
            {
                tails.UnionWith(Before(blocks, end));
            }
        }

        return tails;
    }

    private static List<int> Before(IReadOnlyList<Block> blocks, int end)
    {
        var (tail, lines) = (new List<int>(), 0);
        for (var index = end - 1; index > 0 && lines < FewestLines; index--)
        {
            if (Lines(blocks[index]) is not { } own || lines + own > MostLines)
            {
                break;
            }

            tail.Add(index);
            lines += own;
        }

        return tail.Count > 1 || lines > 1 ? tail : [];
    }

    private static int? Lines(Block block) => block switch
    {
        Paragraph { Style: ParagraphStyle.Body or ParagraphStyle.Plain } paragraph => CellText.Lines(paragraph.Inlines, CharactersPerLine, 1),
        Heading { Style: HeadingStyle.Text } heading => CellText.Lines(heading.Inlines, CharactersPerLine, 1),
        _ => null,
    };
}
