namespace FinalAccounts.Comparison;

/// <summary>What stands between one heading of the first two levels and the next: the stretch inside which blocks are looked for.</summary>
internal sealed class ComparedPart
{
    private ComparedPart(string heading, IReadOnlyList<ComparedBlock> blocks)
    {
        (Heading, Blocks) = (heading, blocks);
        Text = string.Join('\n', blocks.Select(block => block.Text));
        HeadingLikeness = TextLikeness.Of(heading);
        Likeness = TextLikeness.Of(Text);
    }

    /// <summary>The heading's text; empty before the first.</summary>
    public string Heading { get; }

    /// <summary>The heading and what follows it.</summary>
    public IReadOnlyList<ComparedBlock> Blocks { get; }

    /// <summary>Everything that it says.</summary>
    public string Text { get; }

    public TextLikeness HeadingLikeness { get; }

    public TextLikeness Likeness { get; }

    /// <summary>The document's parts in order.</summary>
    public static IReadOnlyList<ComparedPart> Of(Document document)
    {
        var parts = new List<ComparedPart>();
        var heading = "";
        var blocks = new List<ComparedBlock>();
        for (var section = 0; section < document.Sections.Count; section++)
        {
            foreach (var block in document.Sections[section].Blocks)
            {
                if (block is Heading { Level: <= 2 } next)
                {
                    Close();
                    heading = DocumentText.Of(next.Inlines);
                }

                blocks.Add(new ComparedBlock(block, section));
            }
        }

        Close();
        return parts;

        void Close()
        {
            if (blocks.Count > 0)
            {
                parts.Add(new ComparedPart(heading, [.. blocks]));
                blocks.Clear();
            }
        }
    }
}

/// <summary>A block with what a reader sees of it.</summary>
internal sealed class ComparedBlock(Block block, int section)
{
    private TextLikeness? likeness;

    public Block Block => block;

    /// <summary>Which section of the document it stands in.</summary>
    public int Section => section;

    /// <summary>Equal for blocks that say the same.</summary>
    public string Text { get; } = BlockLines.Seen(block);

    public TextLikeness Likeness => likeness ??= TextLikeness.Of(Text);
}
