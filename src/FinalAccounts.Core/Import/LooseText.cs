using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FinalAccounts.Import;

/// <summary>Text as the importer compares it: without blanks, line breaks and quotation marks, in half-width characters, all brackets round.</summary>
internal static partial class LooseText
{
    /// <summary>The comparable form; empty for null.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var loose = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var half = HalfWidth(LookAlikes.Of(c));
            if (half != '\0')
            {
                loose.Append(half);
            }
        }

        return loose.ToString();
    }

    /// <summary>Without the ordinal in front (一、 （二） 3. ①) and 其中：; the text must be in comparable form.</summary>
    public static string WithoutOrdinal(string loose) => Ordinal().Replace(loose, "", 1) is { Length: > 0 } rest ? rest : loose;

    /// <summary>The candidate most like the text, for suggestions; null when none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        var loose = Of(text);
        var best = candidates
            .Select(candidate => (candidate, distance: Distance(loose, Of(candidate))))
            .Where(pair => pair.distance <= Math.Max(1, Math.Max(loose.Length, Of(pair.candidate).Length) / 2))
            .OrderBy(pair => pair.distance)
            .FirstOrDefault();
        return best.candidate;
    }

    private static char HalfWidth(char c) => c switch
    {
        '“' or '”' or '‘' or '’' or '"' or '\'' or '＂' or '＇' or '「' or '」' or '『' or '』' => '\0',
        '（' or '〔' or '【' or '［' or '[' or '﹙' or '｛' or '{' or '〈' or '⁽' => '(',
        '）' or '〕' or '】' or '］' or ']' or '﹚' or '｝' or '}' or '〉' or '⁾' => ')',
        '－' or '–' or '—' or '−' or '﹣' or '―' or '─' or '‐' or '‑' or '‒' or '﹘' or 'ㅡ' or '━' or '⸺' or '⸻' or '⁃' or '˗' or '⁻' or '₋' or '╌' or '┄' or '︱' => '-',
        'ｰ' => 'ー',
        '︰' or '∶' => ':',
        '〇' or '○' => '〇',
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        _ when char.IsWhiteSpace(c) || char.IsControl(c) => '\0',
        _ when char.GetUnicodeCategory(c) == UnicodeCategory.Format => '\0',
        _ => c,
    };

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    [GeneratedRegex(@"^(其中:?)?(([一二三四五六七八九十]+|\d{1,2})[、.](?!\d)|\(([一二三四五六七八九十]+|\d{1,2})\)|[①-⑳])?")]
    private static partial Regex Ordinal();
}
