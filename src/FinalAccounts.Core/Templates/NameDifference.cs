using System.Globalization;
using System.Text;
using FinalAccounts.Import;

namespace FinalAccounts.Templates;

/// <summary>How a written name differs from the one meant, where the eye does not see it: another character that looks alike, one wrong character, an invisible one.</summary>
internal static class NameDifference
{
    private const int MostSaid = 2;

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
        return places.Count is 0 or > MostSaid ? "" : $"（{string.Join("；", places.Select(i => Said(i, one[i], other[i])))}）";
    }

    private static string Said(int index, Rune written, Rune meant) => Kind(written) is { } kind
        ? $"第{index + 1}字“{written}”是{kind}，应为“{meant}”"
        : $"第{index + 1}字“{written}”应为“{meant}”";

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
