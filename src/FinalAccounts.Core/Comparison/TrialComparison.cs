using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>What other templates make of one unit's data.</summary>
/// <param name="Changes">Every difference of the two documents, in reading order; empty when they say the same or one of them is missing.</param>
/// <param name="Errors">Errors that only the new templates have.</param>
public sealed record TrialComparison(IReadOnlyList<Change> Changes, IReadOnlyList<Finding> Errors)
{
    /// <summary>Compares what the templates in force and the new ones made.</summary>
    public static TrialComparison Of(Disclosure before, Disclosure after, CancellationToken cancellation)
    {
        // A mistake that was there before is known by what it says: its line may have moved.
        var known = ErrorsOf(before).Select(Key).ToHashSet();
        var errors = ErrorsOf(after).Where(finding => !known.Contains(Key(finding))).ToList();
        return new TrialComparison(
            before.Document is { } old && after.Document is { } current && !Same(old, current) ? DocumentComparer.Compare(old, current, cancellation).Changes : [],
            errors);
    }

    private static IEnumerable<Finding> ErrorsOf(Disclosure disclosure) => disclosure.Findings.Where(finding => finding.Severity >= Severity.Error);

    private static (string Rule, string Message) Key(Finding finding) => (finding.Rule, finding.Message);

    private static bool Same(Document before, Document after) =>
        before.Sections.Count == after.Sections.Count
        && before.Sections.Zip(after.Sections).All(pair => pair.First.Blocks.Select(BlockLines.Seen).SequenceEqual(pair.Second.Blocks.Select(BlockLines.Seen)));
}
