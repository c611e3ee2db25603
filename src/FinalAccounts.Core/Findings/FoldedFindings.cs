using System.Globalization;

namespace FinalAccounts.Findings;

/// <summary>Findings as people read them: the gravest first, and the rounding differences of one table as one line.</summary>
public static class FoldedFindings
{
    /// <summary>The lines; each finding is in exactly one of them.</summary>
    public static IReadOnlyList<FindingLine> Of(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderByDescending(finding => finding.Severity)
            .GroupBy(finding => finding.Severity == Severity.Rounding && finding.Places is [var first, ..] ? (object)(first.File, first.Sheet) : finding)
            .Select(group => group.ToList())
            .Select(group => group is [var only] ? new FindingLine(only, []) : new FindingLine(Folded(group), group)),
    ];

    private static Finding Folded(List<Finding> group)
    {
        var widest = group.MaxBy(finding => Size(finding.Difference))!;
        var largest = Size(widest.Difference) > 0 ? $"最大相差 {widest.Difference!.TrimStart('-', '－')}，" : "";
        var place = group[0].Places[0];
        return new Finding(
            Severity.Rounding, string.Join('、', group.Select(finding => finding.Rule).Distinct()),
            $"{place.Sheet ?? place.File}：{group.Count}处尾差，{largest}都没有超过各自的尾差上限，不用改", [.. group.Select(finding => finding.Places[0]).Distinct()]);
    }

    private static decimal Size(string? difference) =>
        decimal.TryParse(difference?.TrimEnd('元', '万', '%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Math.Abs(number) : 0;
}

/// <summary>A line of a list of findings.</summary>
/// <param name="Finding">What the line says.</param>
/// <param name="Folded">What it stands for; empty when it is a finding itself.</param>
public sealed record FindingLine(Finding Finding, IReadOnlyList<Finding> Folded);
