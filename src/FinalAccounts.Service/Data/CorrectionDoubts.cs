using FinalAccounts.Import.Corrections;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Data;

/// <summary>What makes a new value unlikely: tenfold or more, another sign, gone, or out of line with its sums. Asked once with both numbers; a person may know better.</summary>
internal static class CorrectionDoubts
{
    private const decimal Much = 10;

    /// <summary>Chinese sentences; none when nothing is odd about it.</summary>
    public static IReadOnlyList<string> Of(CorrectionTarget target, string? value, FindingsChange effect, TemplateSet set)
    {
        var doubts = new List<string>();
        if (target.Current is { } current && CorrectionValue.TryNumber(current, out var old) && old != 0)
        {
            var both = $"原来 {target.Print(current)}，改为 {target.Print(value)}";
            var number = value is not null && CorrectionValue.TryNumber(value, out var typed) ? typed : 0;
            doubts.AddRange((number, old) switch
            {
                (0, _) => [$"{both}：原来有数，改后没有了。"],
                _ when Math.Sign(number) != Math.Sign(old) => [$"{both}：正负号变了。"],
                _ when Math.Abs(number) >= Much * Math.Abs(old) => [$"{both}：是原来的 {Times(number / old)} 倍。请核对单位，这里填的是{target.Unit}。"],
                _ when Math.Abs(old) >= Much * Math.Abs(number) => [$"{both}：只有原来的 1/{Times(old / number)}。请核对单位，这里填的是{target.Unit}。"],
                _ => Array.Empty<string>(),
            });
        }

        doubts.AddRange(effect.New.Where(finding => finding.Severity >= Severity.Error && set.Rules.Any(rule => rule.Code == finding.Rule) && Concerns(finding, target))
            .Select(finding => $"改后不平：{finding.Message}。"));
        return doubts;
    }

    private static string Times(decimal ratio) => Math.Round(ratio, ratio >= 100 ? 0 : 1).ToString("#,##0.#", System.Globalization.CultureInfo.InvariantCulture);

    private static bool Concerns(Finding finding, CorrectionTarget target) => finding.Places.Any(place => target.Place is { } own
        ? place.Sheet == own.Sheet && place.Cell == own.Cell && place.Cell is not null
        : place.File.Contains(target.Name, StringComparison.Ordinal));
}
