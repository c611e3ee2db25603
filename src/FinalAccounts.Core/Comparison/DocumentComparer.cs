using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>Compares two documents: sections by their headings, then the blocks of each section, then the words and cells of each block.</summary>
public static class DocumentComparer
{
    // Below this, two paragraphs are two paragraphs and not one reworded.
    private const double Reworded = 0.4;

    // A heading may carry another number or year and still head the same section.
    private const double SameHeading = 0.5;

    /// <summary>The comparison, without causes.</summary>
    public static DocumentComparison Compare(Document before, Document after, CancellationToken cancellation)
    {
        var earlier = ComparedPart.Of(before);
        var later = ComparedPart.Of(after);
        var sections = after.Sections.Select(_ => new List<BlockChange>()).ToList();
        var page = 0;
        foreach (var (i, j) in Alignment.Of(earlier.Count, later.Count, (i, j) => SectionLikeness(earlier[i], later[j]), cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            IReadOnlyList<ComparedBlock> old = i < 0 ? [] : earlier[i].Blocks;
            IReadOnlyList<ComparedBlock> current = j < 0 ? [] : later[j].Blocks;
            foreach (var (a, b) in Alignment.Of(old.Count, current.Count, (a, b) => BlockLikeness(old[a], current[b]), cancellation))
            {
                page = b < 0 ? page : current[b].Section;
                Add(sections[page], a < 0 ? null : old[a], b < 0 ? null : current[b], cancellation);
            }
        }

        var compared = after.Sections.Zip(sections, (section, blocks) => new ComparedSection(section.Page, blocks)).ToList();
        return new DocumentComparison(before, after, compared, ChangeList.Of(compared.SelectMany(section => section.Blocks)));
    }

    private static double SectionLikeness(ComparedPart before, ComparedPart after)
    {
        if (before.Text == after.Text)
        {
            return Alignment.Same;
        }

        var heading = before.Heading == after.Heading ? 1 : before.HeadingLikeness.To(after.HeadingLikeness);
        var content = before.Likeness.To(after.Likeness);
        return heading >= SameHeading || content >= SameHeading ? (heading + content) / 2 : 0;
    }

    private static double BlockLikeness(ComparedBlock before, ComparedBlock after)
    {
        if (before.Block.GetType() != after.Block.GetType())
        {
            return 0;
        }

        if (before.Text == after.Text)
        {
            return Alignment.Same;
        }

        var likeness = before.Likeness.To(after.Likeness);
        var partners = likeness >= Reworded || (before.Block, after.Block) switch
        {
            // The same published table, however many of its figures are new.
            (Table { Kind: TableKind.Accounts } a, Table { Kind: TableKind.Accounts } b) => a.Id == b.Id,
            (Cover, Cover) or (TableOfContents, TableOfContents) => true,
            _ => false,
        };
        return partners ? Math.Max(likeness, 0.01) : 0;
    }

    private static void Add(List<BlockChange> changes, ComparedBlock? before, ComparedBlock? after, CancellationToken cancellation)
    {
        switch (before, after)
        {
            case (null, { } added):
                changes.Add(new AddedBlock(added.Block));
                break;
            case ({ } removed, null):
                changes.Add(new RemovedBlock(removed.Block));
                break;
            case ({ } old, { } current) when old.Text == current.Text:
                changes.Add(new KeptBlock(old.Block, current.Block));
                break;
            case ({ Block: Table old }, { Block: Table current }) when TableComparer.SameColumns(old, current):
                changes.Add(new ChangedTable(old, current, TableComparer.Rows(old, current, cancellation)) { Frame = TableComparer.Frame(old, current) });
                break;
            case ({ } old, { } current) when old.Block is Table || (old.Block is ListBlock list && IsRearranged(list, (ListBlock)current.Block, cancellation)):
                changes.Add(new RemovedBlock(old.Block));
                changes.Add(new AddedBlock(current.Block));
                break;
            case ({ Block: Chart old }, { Block: Chart current }):
                changes.Add(new ChangedChart(old, current, TextDifference.Of(old.Caption, current.Caption)));
                break;
            case ({ } old, { } current):
                changes.Add(new ChangedText(old.Block, current.Block, Lines(old.Block, current.Block, cancellation)));
                break;
        }
    }

    // Numbers for dots, or an item that stands deeper or less deep.
    private static bool IsRearranged(ListBlock before, ListBlock after, CancellationToken cancellation) => before.Ordered != after.Ordered
        || Pairs(BlockLines.Of(before), BlockLines.Of(after), cancellation).Any(pair => pair is { Before: >= 0, After: >= 0 } && before.DepthOf(pair.Before) != after.DepthOf(pair.After));

    private static List<TextLine> Lines(Block before, Block after, CancellationToken cancellation)
    {
        var (old, current) = (BlockLines.Of(before), BlockLines.Of(after));
        return [.. Pairs(old, current, cancellation).Select(pair => TextDifference.Of(pair.Before < 0 ? "" : old[pair.Before], pair.After < 0 ? "" : current[pair.After]))];
    }

    private static IReadOnlyList<(int Before, int After)> Pairs(IReadOnlyList<string> old, IReadOnlyList<string> current, CancellationToken cancellation)
    {
        var oldLikeness = old.Select(TextLikeness.Of).ToList();
        var newLikeness = current.Select(TextLikeness.Of).ToList();
        double Likeness(int i, int j)
        {
            var likeness = oldLikeness[i].To(newLikeness[j]);
            return old[i] == current[j] ? Alignment.Same : likeness >= Reworded || (old.Count == 1 && current.Count == 1) ? Math.Max(likeness, 0.01) : 0;
        }

        return Alignment.Of(old.Count, current.Count, Likeness, cancellation);
    }
}
