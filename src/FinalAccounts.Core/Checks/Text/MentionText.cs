using System.Buffers;

namespace FinalAccounts.Checks.Text;

/// <summary>How numbers hang on the words beside them.</summary>
internal static class MentionText
{
    // Between a noun and its number: 支出总额为95.20万元, 得分是98分.
    private static readonly string[] Links =
        ["为", "是", "共", "共计", "合计", "达", "达到", "数", "：", ":", "累计", "有", "计", "支出", "决算", "金额", "的", "全年", "本年", "（", "“", "”", " "];

    private static readonly SearchValues<string> Changes = SearchValues.Create(
        ["增加", "减少", "增长", "下降", "降低", "提高", "上升", "节约", "压减", "核减", "调减", "调增", "结余", "超出", "比", "较"], StringComparison.Ordinal);

    private static readonly SearchValues<string> OtherYears = SearchValues.Create(["上年", "去年", "往年", "以前年度", "历年", "同期"], StringComparison.Ordinal);

    /// <summary>Whether the text ends with the word, but for words that link it to its number.</summary>
    public static bool EndsWith(ReadOnlySpan<char> text, string word)
    {
        while (text.Contains(word, StringComparison.Ordinal))
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }

            var length = text.Length;
            foreach (var link in Links)
            {
                if (text.EndsWith(link, StringComparison.Ordinal))
                {
                    text = text[..^link.Length];
                    break;
                }
            }

            if (text.Length == length)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the number has this unit; the sign of percent may be of either width.</summary>
    public static bool IsUnit(NumberMention mention, string unit) => unit switch
    {
        "%" => mention.Kind == MentionKind.Percent,
        "万元" => mention.Kind == MentionKind.Amount,
        _ => mention.Unit == unit,
    };

    /// <summary>Whether the number is a change, a remainder or a share of something else.</summary>
    public static bool IsChange(NumberMention mention) => mention.Clause.ContainsAny(Changes);

    /// <summary>Whether the words before a number speak of another year.</summary>
    public static bool IsOfOtherYear(NumberMention mention, int year)
    {
        var clause = mention.Clause;
        if (clause.ContainsAny(OtherYears))
        {
            return true;
        }

        for (var i = 0; i + 4 < clause.Length; i++)
        {
            if (clause[i + 4] == '年' && int.TryParse(clause.Slice(i, 4), out var named) && named != year)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the sentence of a position begins.</summary>
    public static int SentenceStart(Passage passage, int position) => passage.Content.LastIndexOf('。', Math.Max(0, position - 1)) + 1;

    /// <summary>Where the sentence of a position ends.</summary>
    public static int SentenceEnd(Passage passage, int position)
    {
        var end = passage.Content.IndexOf('。', position);
        return end < 0 ? passage.Content.Length : end;
    }

    /// <summary>Some characters up to a place, as a quotation: no number is cut in two, and only the last sentence counts.</summary>
    public static string Quoted(ReadOnlySpan<char> text, int length)
    {
        var start = Math.Max(0, text.Length - length);
        while (start > 0 && IsInNumber(text[start - 1]) && IsInNumber(text[start]))
        {
            start--;
        }

        var quoted = text[start..];
        return quoted[(quoted.LastIndexOfAny('。', '；') + 1)..].ToString();
    }

    private static bool IsInNumber(char letter) => char.IsAsciiDigit(letter) || letter is '.' or ',';
}
