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

    /// <summary>The words and the address of what people say about a finding; null where they cannot.</summary>
    public Func<Finding, (string Text, string Address)?> Talk { get; init; } = _ => null;

    /// <summary>The gravest first, else as they came; rounding differences of a table as one.</summary>
    public IReadOnlyList<FindingEntry> Sorted =>
        [.. FoldedFindings.Of(Findings).Select(line => new FindingEntry(line.Finding, Link) { Talk = line.Folded.Count == 0 ? Talk(line.Finding) : null, Folded = [.. line.Folded.Select(finding => new FindingEntry(finding, Link))] })];
}

/// <summary>Model of the partial <c>_FindingRow</c>.</summary>
public sealed record FindingEntry(Finding Finding, Func<PlaceRun, string?> Link)
{
    /// <summary>What the row stands for and opens to; empty when it is a finding itself.</summary>
    public IReadOnlyList<FindingEntry> Folded { get; init; } = [];

    /// <summary>The words and the address of what people say about it; null where they cannot.</summary>
    public (string Text, string Address)? Talk { get; init; }

    /// <summary>Where, a line per sheet: 公开表.xlsx ▸ 公开03表 ▸ E9、J4:J52, each with its link.</summary>
    public IEnumerable<(string Sheet, IReadOnlyList<(string Text, string? Link)> Cells)> Places => PlaceRun.BySheet(Finding.Places)
        .Select(sheet => (sheet.Sheet, (IReadOnlyList<(string, string?)>)[.. sheet.Runs.Select(run => (run.Text, Link(run)))]));
}
