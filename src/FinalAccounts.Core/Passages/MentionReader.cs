using System.Globalization;

namespace FinalAccounts.Passages;

/// <summary>Finds the numbers of a passage. Digits of both widths; thousands separated or not.</summary>
internal static class MentionReader
{
    private static readonly string[] Vague = ["约", "近", "超", "逾", "达到约", "超过", "不足", "不少于", "不低于", "至少", "≥", "≤", ">", "<", "＞", "＜"];
    private const string VagueAfter = "余多来左以";

    /// <summary>The numbers in order.</summary>
    public static IReadOnlyList<NumberMention> Read(Passage passage)
    {
        var text = passage.Content;
        List<NumberMention>? found = null;
        for (var position = 0; position < text.Length;)
        {
            if (!IsDigit(text[position]))
            {
                position++;
                continue;
            }

            var mention = One(passage, position);
            (found ??= []).Add(mention);
            position = Math.Max(mention.End, position + 1);
        }

        return found ?? [];
    }

    private static NumberMention One(Passage passage, int start)
    {
        var text = passage.Content;
        if (OrdinalBeforeYear(text, start) is { } ordinal)
        {
            return new NumberMention(passage, start, start + ordinal.Length, decimal.Parse(ordinal, CultureInfo.InvariantCulture), 0, "", MentionKind.Other);
        }

        var number = 0m;
        var decimals = 0;
        var (grouped, wide, point) = (false, false, false);
        var digits = 0;
        var end = start;
        while (end < text.Length)
        {
            var c = text[end];
            if (IsDigit(c) && digits < 20)
            {
                wide |= !char.IsAsciiDigit(c);
                number = (number * 10) + Digit(c);
                decimals += point ? 1 : 0;
                digits++;
                end++;
            }
            else if (!point && IsSeparator(text, end) && digits < 16)
            {
                grouped = true;
                end++;
            }
            else if (!point && (c is '.' or '．') && end + 1 < text.Length && IsDigit(text[end + 1]))
            {
                point = true;
                end++;
            }
            else
            {
                break;
            }
        }

        for (var i = 0; i < decimals; i++)
        {
            number /= 10;
        }

        var (unit, kind) = MentionUnits.At(text.AsSpan(end));
        var before = start > 0 ? text[start - 1] : ' ';
        if (unit == "年" && digits == 4 && !point && !grouped)
        {
            kind = MentionKind.Year;
        }
        else if (char.IsAsciiLetter(before) || before is '第' or '〔' or '[' or '.' or '-' or '/' or '#' or '+'
            || (end < text.Length && text[end] is '-' or '/' or '+' or '〕' or '—' or '~'))
        {
            (unit, kind) = ("", MentionKind.Other);
        }

        var mention = new NumberMention(passage, start, end + unit.Length, number, decimals, unit, kind)
        {
            Grouped = grouped,
            FullWidth = wide,
            Approximate = IsVague(text, start, end + unit.Length, end),
        };

        // No amount is as large; what computes with amounts may rely on it.
        return mention.Value > Import.ImportLimits.Amount ? mention with { Kind = MentionKind.Other } : mention;
    }

    private static bool IsVague(string text, int start, int end, int digitsEnd)
    {
        foreach (var word in Vague)
        {
            if (start >= word.Length && text.AsSpan(start - word.Length, word.Length).SequenceEqual(word))
            {
                return true;
            }
        }

        return (digitsEnd < text.Length && VagueAfter.Contains(text[digitsEnd])) || (end < text.Length && "余多左".Contains(text[end]));
    }

    // 1.2024年度: the first thing of a list, and a year.
    private static string? OrdinalBeforeYear(string text, int start)
    {
        var point = start + 1 < text.Length && char.IsAsciiDigit(text[start + 1]) ? start + 2 : start + 1;
        return point + 5 < text.Length && char.IsAsciiDigit(text[start]) && text[point] is '.' or '．' && text[point + 5] == '年' && text.AsSpan(point + 1, 2) is "19" or "20"
            && char.IsAsciiDigit(text[point + 3]) && char.IsAsciiDigit(text[point + 4]) ? text[start..point] : null;
    }

    // Before three digits and no fourth; a wide comma only among wide digits, where it can be nothing else.
    private static bool IsSeparator(string text, int at) =>
        text[at] == ',' ? IsGroup(text, at + 1) : text[at] == '，' && !char.IsAsciiDigit(text[at - 1]) && IsGroup(text, at + 1) && !char.IsAsciiDigit(text[at + 1]);

    private static bool IsGroup(string text, int from) =>
        from + 3 <= text.Length && IsDigit(text[from]) && IsDigit(text[from + 1]) && IsDigit(text[from + 2])
        && (from + 3 == text.Length || !IsDigit(text[from + 3]));

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : c - '０';
}
