using System.Globalization;
using System.Text.RegularExpressions;

namespace FinalAccounts.Formulas;

/// <summary>The scores that the notes of the self-evaluation forms allow an indicator: 正向（≥X）权重×B/A, 反向（≤X）权重×A/B, never above the weight; 定性 by the three bands.</summary>
internal sealed partial record IndicatorScore(decimal Lowest, decimal Highest)
{
    private const string Reached = "达成预期指标";

    private static readonly (string Words, decimal From, decimal To)[] Bands =
    [
        ("未达成预期指标", 0m, 0.5m), ("部分达成预期指标", 0.5m, 0.8m), (Reached, 0.8m, 1m),
    ];

    /// <summary>The one score that they leave, the full weight when the indicator was reached; null when somebody has to judge.</summary>
    public decimal? Due { get; private init; } = Lowest == Highest ? Highest : null;

    /// <summary>The bounds; null when the values are not one number of one unit each, nor one of the three bands.</summary>
    /// <param name="weight">权重.</param>
    /// <param name="target">年初目标值（A）: ≥95%, ≤3天, 20次.</param>
    /// <param name="achieved">实际完成值（B）.</param>
    public static IndicatorScore? Of(decimal weight, string target, string achieved)
    {
        foreach (var band in Bands)
        {
            if (achieved.Trim() == band.Words)
            {
                var score = new IndicatorScore(weight * band.From, weight * band.To);
                return band.Words == Reached ? score with { Due = weight } : score;
            }
        }

        if (Amount().Match(target.Trim()) is not { Success: true } aimed || Amount().Match(achieved.Trim()) is not { Success: true } reached
            || aimed.Groups["unit"].Value != reached.Groups["unit"].Value || reached.Groups["sign"].Length > 0)
        {
            return null;
        }

        var (a, b) = (Number(aimed), Number(reached));
        if (a == 0 || b == 0)
        {
            return null;
        }

        var upward = Math.Min(weight, weight * b / a);
        var downward = Math.Min(weight, weight * a / b);
        return aimed.Groups["sign"].Value switch
        {
            "≥" or ">" or "＞" or "不低于" or "不少于" => new IndicatorScore(upward, upward),
            "≤" or "<" or "＜" or "不超过" or "不高于" => new IndicatorScore(downward, downward),
            // Without a sign either reading may be meant.
            _ => new IndicatorScore(Math.Min(upward, downward), weight),
        };
    }

    private static decimal Number(Match match) =>
        decimal.Parse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<sign>≥|≤|>|<|＞|＜|不低于|不少于|不超过|不高于|)\s*(?<number>[0-9][0-9,]{0,15}(\.[0-9]{1,6})?)\s*(?<unit>[^0-9]{0,8})$")]
    private static partial Regex Amount();
}
