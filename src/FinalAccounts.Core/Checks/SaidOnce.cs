namespace FinalAccounts.Checks;

/// <summary>One cause is one message: a cell that the import could not read or found blank is not said again of the rules, metrics and sentences that rest on it.</summary>
internal static class SaidOnce
{
    // What leaves a cell without a value. They stop publishing, so nothing gets past while its consequences are silent.
    private static readonly string[] Causes = ["CHK-01", "IMP-15", "IMP-30", "IMP-31", "IMP-33", "IMP-50", "IMP-52", "IMP-53", "IMP-54", "IMP-55"];

    /// <summary>The cells, sheets and files that import and metrics left without a value, and said so.</summary>
    /// <param name="waiting">Cells that are blank because another one is.</param>
    public static IReadOnlySet<Place> Places(IReadOnlyList<Finding> earlier, IReadOnlyList<Place> waiting) =>
        earlier.Where(finding => finding.Severity >= Severity.Error && Causes.Contains(finding.Rule)).SelectMany(finding => finding.Places).Concat(waiting).ToHashSet();

    /// <summary>Whether the place is one of them, or in one.</summary>
    public static bool Covers(this IReadOnlySet<Place> causes, Place place) => causes.Count > 0 && (causes.Contains(place) || causes.Contains(Sheet(place)));

    /// <summary>The findings without those whose cause is already said.</summary>
    public static IEnumerable<Finding> Of(IReadOnlySet<Place> causes, IEnumerable<Finding> later) =>
        later.Where(finding => !finding.Places.Any(causes.Covers));

    /// <summary>Whether a rule already says that this row of the facts is missing.</summary>
    public static bool Names(IEnumerable<Finding> earlier, string? sheet, string? item) =>
        sheet is not null && item is not null && earlier.Any(finding => finding.Severity >= Severity.Error
            && finding.Message.Contains($"“{sheet}”", StringComparison.Ordinal) && finding.Message.Contains(item, StringComparison.Ordinal));

    // A whole sheet that is missing is the cause of each of its fields.
    private static Place Sheet(Place place) => place.Sheet is null || place.Cell is not null ? place : new Place(place.File);
}
