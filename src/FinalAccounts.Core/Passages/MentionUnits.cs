using FinalAccounts.Formatting;
namespace FinalAccounts.Passages;

/// <summary>The units that follow numbers.</summary>
internal static class MentionUnits
{
    // Longest first: 万元 before 万.
    private static readonly (string Text, MentionKind Kind)[] Known =
    [
        ("亿美元", MentionKind.Count), ("万美元", MentionKind.Count), ("美元", MentionKind.Count),
        ("亿元", MentionKind.Amount), ("万元", MentionKind.Amount), ("元", MentionKind.Amount),
        ("个百分点", MentionKind.Count), ("百分点", MentionKind.Count),
        ("%", MentionKind.Percent), ("％", MentionKind.Percent),
        ("万人次", MentionKind.Count), ("人次", MentionKind.Count),
        ("台（套）", MentionKind.Count), ("平方米", MentionKind.Count), ("平方公里", MentionKind.Count), ("公里", MentionKind.Count),
    ];

    // 分 that is no score: 分钟, 分之, 分类, 分别…
    private const string NotAScore = "钟之类别局中布支公秒期层工管部校院";
    private const string Dates = "月日号时";

    /// <summary>The unit at a position.</summary>
    public static (string Unit, MentionKind Kind) At(ReadOnlySpan<char> rest)
    {
        foreach (var (text, kind) in Known)
        {
            if (rest.StartsWith(text, StringComparison.Ordinal))
            {
                return (text, kind);
            }
        }

        if (rest.Length == 0 || char.IsAsciiLetter(rest[0]))
        {
            return ("", MentionKind.Other);
        }

        var first = rest[0];
        if (first == '分')
        {
            return rest.Length > 1 && NotAScore.Contains(rest[1]) ? ("", MentionKind.Other) : ("分", MentionKind.Score);
        }

        if (Dates.Contains(first))
        {
            return (rest[..1].ToString(), MentionKind.Other);
        }

        if (first is '万' or '亿')
        {
            return rest.Length > 1 && IsHan(rest[1]) ? (rest[..2].ToString(), MentionKind.Count) : (rest[..1].ToString(), MentionKind.Count);
        }

        return IsHan(first) ? (rest[..1].ToString(), MentionKind.Count) : ("", MentionKind.Other);
    }

    /// <summary>What one of the unit is worth in the base unit.</summary>
    public static decimal Scale(MentionKind kind, string unit) => (kind, unit) switch
    {
        (MentionKind.Percent, _) => 0.01m,
        (MentionKind.Amount or MentionKind.Count, _) when unit.StartsWith('亿') => 100_000_000m,
        (MentionKind.Amount or MentionKind.Count, _) when unit.StartsWith('万') => AmountFormat.YuanPerUnit,
        _ => 1m,
    };

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
