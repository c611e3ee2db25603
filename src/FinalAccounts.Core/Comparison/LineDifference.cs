using DiffPlex;
using DiffPlex.Chunkers;
using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>Two texts of many lines compared for people: runs of lines that are the same, and runs that changed, word by word.</summary>
public static class LineDifference
{
    /// <summary>Longer runs than this are not taken apart word by word: they are gone as a whole and new as a whole.</summary>
    private const int LongestRun = 20_000;

    /// <summary>Texts with more lines together than this are no templates, and comparing them line by line would cost the square of it.</summary>
    private const int MostLines = 20_000;

    /// <summary>The runs in order; put together they are either text. Null stands for a text that does not exist.</summary>
    public static IReadOnlyList<LineRun> Of(string? before, string? after)
    {
        if (TooLong(before ?? "", after ?? ""))
        {
            return [new LineRun(1, 1, before == after ? TextLine.Kept(after!) : Changed(before ?? "", after ?? ""))];
        }

        var difference = Differ.Instance.CreateDiffs(
            before ?? "", after ?? "", ignoreWhiteSpace: false, ignoreCase: false, LineEndingsPreservingChunker.Instance);
        var (old, current) = (difference.PiecesOld, difference.PiecesNew);
        var runs = new List<LineRun>();
        var (i, j) = (0, 0);
        foreach (var block in difference.DiffBlocks)
        {
            AddKept(runs, old, i, block.DeleteStartA, j);
            (i, j) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
            runs.Add(new LineRun(
                block.DeleteStartA + 1, block.InsertStartB + 1,
                Changed(string.Concat(old.Skip(block.DeleteStartA).Take(block.DeleteCountA)), string.Concat(current.Skip(block.InsertStartB).Take(block.InsertCountB)))));
        }

        AddKept(runs, old, i, old.Count, j);
        return runs;
    }

    /// <summary>Whether these texts have too many lines to be compared line by line.</summary>
    internal static bool TooLong(params ReadOnlySpan<string> texts)
    {
        var lines = 0;
        foreach (var text in texts)
        {
            lines += text.AsSpan().Count('\n');
        }

        return lines > MostLines;
    }

    private static void AddKept(List<LineRun> runs, IReadOnlyList<string> lines, int from, int to, int later)
    {
        if (from < to)
        {
            runs.Add(new LineRun(from + 1, later + 1, TextLine.Kept(string.Concat(lines.Skip(from).Take(to - from)))));
        }
    }

    private static TextLine Changed(string before, string after) =>
        before.Length + after.Length <= LongestRun ? TextDifference.Of(before, after)
        : new TextLine([.. new[] { new TextEdit(EditKind.Removed, before), new TextEdit(EditKind.Added, after) }.Where(edit => edit.Text.Length > 0)]);
}

/// <summary>Lines that stand together.</summary>
/// <param name="Before">Number of the first line in the earlier text, from 1.</param>
/// <param name="After">Number of the first line in the later text, from 1.</param>
/// <param name="Text">The lines with their line ends.</param>
public sealed record LineRun(int Before, int After, TextLine Text)
{
    /// <summary>Whether anything in it changed.</summary>
    public bool Changed => Text.Changed;
}
