using DocumentFormat.OpenXml;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Rendering.Word;
using FinalAccounts.Rendering.Word.Blocks;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Comparison.Word;

/// <summary>Makes the elements of each compared block from those that the writers of blocks make of the earlier and of the later one.</summary>
internal sealed class TrackedBlocks(WordContext context, TrackedMarks marks)
{
    private readonly TrackedText text = new(marks);

    /// <summary>The elements; null for a page break.</summary>
    public IEnumerable<OpenXmlElement>? Write(BlockChange change) => change switch
    {
        { Later: PageBreak } => null,
        RemovedBlock { Before: PageBreak or TableOfContents } => [],
        KeptBlock or { Later: TableOfContents } => WordBlocks.Write(change.Later!, context),
        AddedBlock added => Whole(added.After, added: true),
        RemovedBlock removed => Whole(removed.Before, added: false),
        ChangedText changed => Reworded(changed),
        ChangedTable changed => Rows(changed),
        ChangedChart changed => Chart(changed),
        _ => throw new NotSupportedException($"Word has no writer for {change.GetType().Name}."),
    };

    private IEnumerable<OpenXmlElement> Whole(Block block, bool added)
    {
        foreach (var element in WordBlocks.Write(block, context))
        {
            switch (element)
            {
                // A bookmark of what may be gone would be a target of nothing.
                case W.BookmarkStart or W.BookmarkEnd when !added:
                    continue;
                case W.Paragraph paragraph:
                    marks.Mark(paragraph, added);
                    break;
                case W.Table table:
                    foreach (var row in table.Elements<W.TableRow>())
                    {
                        marks.Mark(row, added);
                    }

                    break;
            }

            yield return element;
        }
    }

    private IEnumerable<OpenXmlElement> Reworded(ChangedText changed)
    {
        var before = Paragraphs(changed.Before);
        var after = Paragraphs(changed.After);
        var old = Assigned(before, changed.Lines, EditKind.Added, line => line.Before);
        var current = Assigned(after, changed.Lines, EditKind.Removed, line => line.After);
        var gone = new Queue<W.Paragraph>(old.Keys.Where(line => !current.ContainsKey(line)).Select(line => old[line]).OrderBy(before.IndexOf));
        var lines = current.ToDictionary(pair => pair.Value, pair => pair.Key);
        foreach (var paragraph in after)
        {
            // What Word adds on its own, the notice of a draft on the cover, is of no line.
            if (lines.TryGetValue(paragraph, out var line))
            {
                if (old.TryGetValue(line, out var earlier))
                {
                    while (gone.TryPeek(out var next) && before.IndexOf(next) < before.IndexOf(earlier))
                    {
                        yield return Removed(gone.Dequeue());
                    }

                    if (line.Changed)
                    {
                        text.Merge(earlier, paragraph, line);
                    }
                }
                else
                {
                    marks.Mark(paragraph, added: true);
                }
            }

            yield return paragraph;
        }

        while (gone.TryDequeue(out var next))
        {
            yield return Removed(next);
        }
    }

    private W.Paragraph Removed(W.Paragraph paragraph)
    {
        marks.Mark(paragraph, added: false);
        return paragraph;
    }

    // Word's cover has the lines in another order than the document: each is found by what it says.
    private static Dictionary<TextLine, W.Paragraph> Assigned(
        List<W.Paragraph> paragraphs, IReadOnlyList<TextLine> lines, EditKind elsewhere, Func<TextLine, string> wording)
    {
        var free = paragraphs.ToList();
        var assigned = new Dictionary<TextLine, W.Paragraph>(ReferenceEqualityComparer.Instance);
        foreach (var line in lines.Where(line => line.Edits.Count == 0 || line.Edits.Any(edit => edit.Kind != elsewhere)))
        {
            if (free.Find(paragraph => Text(paragraph) == wording(line)) is { } found)
            {
                free.Remove(found);
                assigned[line] = found;
            }
        }

        return assigned;
    }

    private List<W.Paragraph> Paragraphs(Block block) => [.. WordBlocks.Write(block, context).OfType<W.Paragraph>()];

    private static string Text(W.Paragraph paragraph) =>
        string.Concat(paragraph.Elements<W.Run>().SelectMany(run => run.ChildElements).Select(part => part is W.Text words ? words.Text : part is W.Break ? "\n" : ""));

    private IEnumerable<OpenXmlElement> Rows(ChangedTable changed)
    {
        var widths = TableWriter.Widths(changed.After, context);
        var before = TableRowWriter.Write(changed.Before, widths).ToDictionary(row => row.Index, row => row.Row);
        var after = TableRowWriter.Write(changed.After, widths).ToDictionary(row => row.Index, row => row.Row);
        var rows = new List<W.TableRow>();
        foreach (var row in changed.Rows)
        {
            var old = row.Before is { } earlier ? before.GetValueOrDefault(earlier.Index) : null;
            var current = row.After is { } later ? after.GetValueOrDefault(later.Index) : null;
            if (old is not null && current is not null)
            {
                MergeCells(old, current, row.Cells);
                rows.Add(current);
            }
            else if ((current ?? old) is { } alone)
            {
                rows.Add(marks.Mark(alone, added: current is not null));
            }
        }

        var elements = TableWriter.Write(changed.After, rows, context);
        return changed.Frame.Any(line => line.Changed) ? WithFrame(changed, elements) : elements;
    }

    private void MergeCells(W.TableRow before, W.TableRow after, IReadOnlyList<TextLine> cells)
    {
        foreach (var (old, current, line) in before.Elements<W.TableCell>().Zip(after.Elements<W.TableCell>(), cells))
        {
            if (line.Changed)
            {
                text.Merge(old.GetFirstChild<W.Paragraph>()!, current.GetFirstChild<W.Paragraph>()!, line);
            }
        }
    }

    private IEnumerable<OpenXmlElement> WithFrame(ChangedTable changed, IEnumerable<OpenXmlElement> elements)
    {
        foreach (var paragraph in TableFrameWriter.Write(changed.Before.Frame, context).OfType<W.Paragraph>())
        {
            marks.Mark(paragraph, added: false);
            yield return paragraph;
        }

        foreach (var element in elements)
        {
            if (element is W.Paragraph paragraph)
            {
                marks.Mark(paragraph, added: true);
            }

            yield return element;
        }
    }

    // A drawing cannot be told apart inside: the old one goes, the new one comes.
    private IEnumerable<OpenXmlElement> Chart(ChangedChart changed)
    {
        yield return Whole(changed.Before, added: false).First();
        yield return Whole(changed.After, added: true).First();
        var caption = WordParagraph.Of(WordStyleIds.Caption, changed.After.Caption);
        if (changed.Caption.Changed)
        {
            text.Merge(WordParagraph.Of(WordStyleIds.Caption, changed.Before.Caption), caption, changed.Caption);
        }

        yield return caption;
    }
}
