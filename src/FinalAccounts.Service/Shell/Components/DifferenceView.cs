using FinalAccounts.Comparison;

namespace FinalAccounts.Service.Shell.Components;

/// <summary>Model of the partial <c>_Difference</c>: two texts compared, with a few unchanged lines around each change.</summary>
/// <param name="Label">What is compared, for screen readers.</param>
/// <param name="Runs">From <see cref="LineDifference"/>.</param>
public sealed record DifferenceView(string Label, IReadOnlyList<LineRun> Runs)
{
    /// <summary>Unchanged lines shown before and after a change.</summary>
    private const int Around = 2;

    /// <summary>What is said when nothing differs.</summary>
    public string WhenSame { get; init; } = "两份文本没有不同。";

    /// <summary>Of two texts.</summary>
    public static DifferenceView Of(string label, string? before, string? after) => new(label, LineDifference.Of(before, after));

    /// <summary>Of two texts of a set's file: of a section its words, without the marks of the template language.</summary>
    public static DifferenceView OfWords(string label, string path, string? before, string? after) =>
        TemplateWords.Has(path) ? Of(label, before is null ? null : TemplateWords.Of(before), after is null ? null : TemplateWords.Of(after)) : Of(label, before, after);

    public bool Differs => Runs.Any(run => run.Changed);

    /// <summary>An unchanged run as it is shown: the lines at its start, how many are left out, the lines at its end.</summary>
    public (string Start, int Hidden, string End) Shown(int index)
    {
        var lines = Runs[index].Text.After.Split('\n').ToList();
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var (head, tail) = (index == 0 ? 0 : Around, index == Runs.Count - 1 ? 0 : Around);
        return lines.Count <= head + tail + 1
            ? (string.Join('\n', lines), 0, "")
            : (string.Join('\n', lines.Take(head)), lines.Count - head - tail, string.Join('\n', lines.TakeLast(tail)));
    }
}
