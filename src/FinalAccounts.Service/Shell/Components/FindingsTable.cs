namespace FinalAccounts.Service.Shell.Components;

/// <summary>Model of the partial <c>_Findings</c>: the gravest first.</summary>
/// <param name="Findings">In any order.</param>
public sealed record FindingsTable(IReadOnlyList<Finding> Findings)
{
    /// <summary>How many are shown before the rest is folded away.</summary>
    public const int Shown = 50;

    /// <summary>What is said when there are none.</summary>
    public string WhenNone { get; init; } = "没有发现问题。";

    /// <summary>The gravest first, else as they came.</summary>
    public IReadOnlyList<Finding> Sorted => [.. Findings.OrderByDescending(finding => finding.Severity)];

    /// <summary>错误 2，提醒 1.</summary>
    public static string Summary(IEnumerable<Finding> findings)
    {
        var counts = findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)
            .Select(group => $"{StateLabels.Of(group.Key).Text} {group.Count()}").ToList();
        return counts.Count == 0 ? "没有发现问题" : string.Join("，", counts);
    }
}
