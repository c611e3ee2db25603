using DiffPlex;
using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>What changed in a line of text, piece by piece (<see cref="TextTokens"/>).</summary>
internal static class TextDifference
{
    /// <summary>The line as it was and is; applied to the earlier text, it gives the later one.</summary>
    public static TextLine Of(string before, string after)
    {
        if (before == after)
        {
            return TextLine.Kept(after);
        }

        var edits = new List<TextEdit>();
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, TextTokens.Instance);
        var position = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Add(edits, EditKind.Kept, difference.PiecesOld, position, block.DeleteStartA);
            Add(edits, EditKind.Removed, difference.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(edits, EditKind.Added, difference.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            position = block.DeleteStartA + block.DeleteCountA;
        }

        Add(edits, EditKind.Kept, difference.PiecesOld, position, difference.PiecesOld.Count);
        return new TextLine(Joined(edits));
    }

    private static void Add(List<TextEdit> edits, EditKind kind, IReadOnlyList<string> pieces, int from, int to)
    {
        if (from < to)
        {
            edits.Add(new TextEdit(kind, string.Concat(pieces.Skip(from).Take(to - from))));
        }
    }

    // Two reworded stretches with a chance 的 or comma between them are one: people read words, not common characters.
    private static List<TextEdit> Joined(List<TextEdit> edits)
    {
        var joined = new List<TextEdit>();
        for (var i = 0; i < edits.Count;)
        {
            if (edits[i].Kind == EditKind.Kept)
            {
                joined.Add(edits[i++]);
                continue;
            }

            var (removed, added) = ("", "");
            while (i < edits.Count && (edits[i].Kind != EditKind.Kept || ByChance(edits, i)))
            {
                removed += edits[i].Kind != EditKind.Added ? edits[i].Text : "";
                added += edits[i].Kind != EditKind.Removed ? edits[i].Text : "";
                i++;
            }

            AddChange(joined, removed, added);
        }

        return joined;
    }

    private static void AddChange(List<TextEdit> edits, string removed, string added)
    {
        if (removed.Length > 0)
        {
            edits.Add(new TextEdit(EditKind.Removed, removed));
        }

        if (added.Length > 0)
        {
            edits.Add(new TextEdit(EditKind.Added, added));
        }
    }

    private static bool ByChance(List<TextEdit> edits, int i) =>
        edits[i].Text.Length <= 1 && !char.IsAsciiLetterOrDigit(edits[i].Text[0])
        && i + 1 < edits.Count && Rewording(edits, i - 1, -1) && Rewording(edits, i + 1, 1);

    // Words in place of words, more than one: a figure that changed beside a comma stays a change of its own.
    private static bool Rewording(List<TextEdit> edits, int i, int step)
    {
        var changed = 0;
        for (; i >= 0 && i < edits.Count && edits[i].Kind != EditKind.Kept; i += step)
        {
            if (edits[i].Text.Any(char.IsAsciiDigit))
            {
                return false;
            }

            changed += edits[i].Text.Length;
        }

        return changed > 1;
    }
}
