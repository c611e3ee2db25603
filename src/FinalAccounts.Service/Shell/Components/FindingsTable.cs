namespace FinalAccounts.Service.Shell.Components;

/// <summary>Model of the partial <c>_Findings</c>: the gravest first.</summary>
/// <param name="Findings">In any order.</param>
public sealed record FindingsTable(IReadOnlyList<Finding> Findings)
{
    private const string Step = " ▸ ";

    /// <summary>How many are shown before the rest is folded away.</summary>
    public int Shown { get; init; } = 50;

    /// <summary>What is said when there are none.</summary>
    public string WhenNone { get; init; } = "没有发现问题。";

    /// <summary>The gravest first, else as they came.</summary>
    public IReadOnlyList<Finding> Sorted => [.. Findings.OrderByDescending(finding => finding.Severity)];

    /// <summary>Where, a line per sheet: 公开表.xlsx ▸ 公开03表 ▸ E9、E10.</summary>
    public static IEnumerable<string> Places(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Places.Select(place => place.ToString())
            .GroupBy(place => place.LastIndexOf(Step, StringComparison.Ordinal) is > 0 and var at && place.IndexOf(Step, StringComparison.Ordinal) < at ? place[..(at + Step.Length)] : place)
            .Select(sheet => sheet.First() == sheet.Key ? sheet.Key : sheet.Key + string.Join('、', sheet.Select(place => place[sheet.Key.Length..])));
    }

    /// <summary>错误 2，提醒 1.</summary>
    public static string Summary(IEnumerable<Finding> findings)
    {
        var counts = findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)
            .Select(group => $"{StateLabels.Of(group.Key).Text} {group.Count()}").ToList();
        return counts.Count == 0 ? "没有发现问题" : string.Join("，", counts);
    }
}
