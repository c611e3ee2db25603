using System.Globalization;
using System.Text;
using FinalAccounts.Import;

namespace FinalAccounts.Templates;

/// <summary>How a written name differs from the one meant, where the eye does not see it: another character that looks alike, or an invisible one. Names that plainly differ say it themselves.</summary>
internal static class NameDifference
{
    private const int MostSaid = 2;

    // Ordinary characters that are taken for each other at the size of a cell.
    private static readonly string[] Alike = ["己已巳", "末未", "入人八", "土士", "干千于", "日曰", "戊戌戍", "治冶", "折拆", "侯候", "大太", "岀出", "玉王", "申甲由", "晴睛", "帐账", "杨扬", "贷货", "今令", "处外", "析折", "密蜜", "幕慕募", "l1I", "O0〇○"];

    /// <summary>“（第3字“⽀”是康熙部首，应为“支”）”, or nothing when the names differ in more than can be said shortly.</summary>
    public static string Of(string written, string meant)
    {
        var one = written.EnumerateRunes().ToList();
        var other = meant.EnumerateRunes().ToList();
        if (one.Count != other.Count)
        {
            var hidden = one.Where(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator).Distinct().ToList();
            return hidden.Count > 0 && LooseText.Of(written) == LooseText.Of(meant)
                ? $"（写的里面多了{string.Join("、", hidden.Select(rune => Rune.IsWhiteSpace(rune) ? "空格" : $"看不见的字符 U+{rune.Value:X4}").Distinct())}）"
                : "";
        }

        var places = Enumerable.Range(0, one.Count).Where(i => one[i] != other[i]).ToList();
        return places.Count is 0 or > MostSaid || !places.TrueForAll(i => AreAlike(one[i], other[i])) ? "" : $"（{string.Join("；", places.Select(i => Said(i, one[i], other[i])))}）";
    }

    private static string Said(int index, Rune written, Rune meant) => Kind(written) is { } kind
        ? $"第{index + 1}字“{written}”是{kind}，应为“{meant}”"
        : $"第{index + 1}字“{written}”应为“{meant}”";

    private static bool AreAlike(Rune written, Rune meant) =>
        Kind(written) is not null || Kind(meant) is not null
        || Array.Exists(Alike, group => group.Contains(written.ToString(), StringComparison.Ordinal) && group.Contains(meant.ToString(), StringComparison.Ordinal));

    private static string? Kind(Rune rune) => rune.Value switch
    {
        >= 0x2F00 and <= 0x2FDF => "康熙部首",
        >= 0x2E80 and <= 0x2EFF => "部首字符",
        >= 0xF900 and <= 0xFAFF => "兼容汉字",
        >= 0xFF01 and <= 0xFF5E => "全角字符",
        >= 0x21 and <= 0x7E when !Rune.IsLetterOrDigit(rune) => "半角字符",
        >= 0xE000 and <= 0xF8FF => "私用区的字",
        _ => null,
    };
}
