using FinalAccounts.Import.Corrections;

namespace FinalAccounts.Service.Data;

/// <summary>What a change of the data did to its findings. Notes do not count.</summary>
/// <param name="Settled">Those that are gone.</param>
/// <param name="New">Those that were not there before.</param>
/// <param name="Errors">How many errors there are now.</param>
public sealed record FindingsChange(IReadOnlyList<Finding> Settled, IReadOnlyList<Finding> New, int Errors)
{
    /// <summary>The same rule at the same places is the same finding, whatever its numbers are.</summary>
    public static FindingsChange Between(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after) =>
        new FindingsChange(Less(before, after), Less(after, before), after.Count(finding => finding.Severity >= Severity.Error));

    /// <summary>核对结果：消除 2，新增 1，还有 3 处错误。</summary>
    public string Sentence => (Settled.Count, New.Count) switch
    {
        (0, 0) => $"核对结果没有变化，{Rest}。",
        (var settled, 0) => $"核对结果：消除 {settled}，{Rest}。",
        (0, var added) => $"核对结果：新增 {added}，{Rest}。",
        var (settled, added) => $"核对结果：消除 {settled}，新增 {added}，{Rest}。",
    };

    private string Rest => Errors == 0 ? "没有错误" : $"还有 {Errors} 处错误";

    private static List<Finding> Less(IReadOnlyList<Finding> these, IReadOnlyList<Finding> those)
    {
        var left = those.CountBy(Key).ToDictionary();
        return [.. these.Where(finding => finding.Severity > Severity.Note).Where(finding =>
        {
            var key = Key(finding);
            return !left.TryGetValue(key, out var count) || (left[key] = count - 1) < 0;
        })];
    }

    // A corrected value says so in its file's name.
    private static string Key(Finding finding) => finding.Places.Count == 0
        ? $"{finding.Rule}\n{finding.Message}"
        : $"{finding.Rule}\n{string.Join('\n', finding.Places.Select(place => (place with { File = place.File.Replace(CorrectionOverlay.Mark, "", StringComparison.Ordinal) }).ToString()).Order(StringComparer.Ordinal))}";
}
