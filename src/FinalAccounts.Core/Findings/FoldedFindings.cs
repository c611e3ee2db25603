using System.Globalization;

namespace FinalAccounts.Findings;

/// <summary>Findings as people read them: the gravest first; the rounding differences of one table are one line, and so is a mistake of the input that a whole column repeats.</summary>
public static class FoldedFindings
{
    // What reading the workbooks finds.
    private const string OfInput = "IMP-";

    // Fewer are read as quickly one by one.
    private const int Repeated = 4;

    /// <summary>The lines; each finding is in exactly one of them.</summary>
    public static IReadOnlyList<FindingLine> Of(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderByDescending(finding => finding.Severity)
            .GroupBy(finding => finding.Places is not [var first, ..] ? finding
                : finding.Severity == Severity.Rounding ? (finding.Severity, "", first.File, first.Sheet, "")
                : finding.Rule.StartsWith(OfInput, StringComparison.Ordinal) && Column(first) is { } column ? (finding.Severity, finding.Rule, first.File, first.Sheet, column)
                : (object)finding)
            .Select(group => group.ToList())
            .SelectMany(group => group[0].Severity == Severity.Rounding && group.Count > 1 ? [new FindingLine(Folded(group), group)]
                : group.Count >= Repeated ? [new FindingLine(Alike(group), group)]
                : group.Select(one => new FindingLine(one, []))),
    ];

    private static string? Column(Place place) => place.Cell is { } cell ? cell.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') : null;

    private static Finding Alike(List<Finding> group) => group[0] with
    {
        Message = $"{group[0].Message}（{group[0].Places[0].Sheet} {Column(group[0].Places[0])} 列这样的共 {group.Count} 处）",
        Places = [.. group.SelectMany(finding => finding.Places).Distinct()],
    };

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
