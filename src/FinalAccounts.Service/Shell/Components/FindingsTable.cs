namespace FinalAccounts.Service.Shell.Components;

/// <summary>Model of the partial <c>_Findings</c>: a list of findings, the gravest first.</summary>
/// <param name="Findings">In any order.</param>
public sealed record FindingsTable(IReadOnlyList<Finding> Findings)
{
    /// <summary>How many are shown before the rest is folded away.</summary>
    public int Shown { get; init; } = 50;

    /// <summary>What is said when there are none.</summary>
    public string WhenNone { get; init; } = "没有发现问题。";

    /// <summary>Where a place, or the first of a run of them, can be looked at or corrected; null where nowhere.</summary>
    public Func<PlaceRun, string?> Link { get; init; } = _ => null;

    /// <summary>The gravest first, else as they came.</summary>
    public IReadOnlyList<FindingEntry> Sorted => [.. Findings.OrderByDescending(finding => finding.Severity).Select(finding => new FindingEntry(finding, Link))];

    /// <summary>错误 2，提醒 1.</summary>
    public static string Summary(IEnumerable<Finding> findings)
    {
        var counts = findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)
            .Select(group => $"{StateLabels.Of(group.Key).Text} {group.Count()}").ToList();
        return counts.Count == 0 ? "没有发现问题" : string.Join("，", counts);
    }
}

/// <summary>Model of the partial <c>_FindingRow</c>.</summary>
public sealed record FindingEntry(Finding Finding, Func<PlaceRun, string?> Link)
{
    /// <summary>Where, a line per sheet: 公开表.xlsx ▸ 公开03表 ▸ E9、J4:J52, each with its link.</summary>
    public IEnumerable<(string Sheet, IReadOnlyList<(string Text, string? Link)> Cells)> Places => Finding.Places
        .GroupBy(place => place.Cell is null ? "" : $"{place.File} ▸ {place.Sheet} ▸ ")
        .Select(sheet => (sheet.Key, (IReadOnlyList<(string, string?)>)[.. PlaceRun.Of(sheet).Select(run => (run.Text, Link(run)))]));

    /// <summary>The same as text.</summary>
    public static string Printed(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return string.Join("；", new FindingEntry(finding, _ => null).Places.Select(sheet => sheet.Sheet + string.Join('、', sheet.Cells.Select(cell => cell.Text))));
    }
}
