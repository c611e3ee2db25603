using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Foundations;

/// <summary>
/// Where a centred title of more than one line is broken: at a sign or after the name of a body where there is one near the
/// middle, never inside a number. No line is longer than the first, so that Word, which fills lines greedily, can be led to the same ones.
/// </summary>
internal static class TitleLines
{
    private const string Opening = "（《“‘〔【";
    private const string Closing = "）》”’〕】、，。；：";
    private static readonly string[] BodyNames = ["区", "会", "局", "部", "院", "厅", "委", "办", "中心", "处", "所"];

    // With these behind them they are no names: 委员, 办公, 部门, 社会化, 区域.
    private const string NoNameBefore = "员公门化域";

    /// <summary>The lines of a title in a type of this size in pt, on pages set up so.</summary>
    public static IReadOnlyList<string> Of(string title, double size, PageSetup page, Theme theme) =>
        Of(title, CharactersPerLine(size, page, theme));

    /// <summary>How many Chinese characters of this size in pt stand on a line.</summary>
    public static double CharactersPerLine(double size, PageSetup page, Theme theme)
    {
        var margins = theme.MarginsOf(page);
        var sheet = page.Orientation == PageOrientation.Landscape ? 297 : 210;
        return (sheet - margins.Left - margins.Right) * 72 / 25.4 / size;
    }

    /// <summary>The lines of a title where so many Chinese characters stand on a line.</summary>
    public static IReadOnlyList<string> Of(string title, double charactersPerLine)
    {
        var lines = new List<string>();
        var rest = title;
        var longest = charactersPerLine;
        while (Width(rest) > longest)
        {
            var count = (int)Math.Ceiling(Width(rest) / charactersPerLine);
            var end = Break(rest, Width(rest) / count, longest);
            lines.Add(rest[..end]);
            rest = rest[end..];
            longest = lines.Count == 1 ? Width(lines[0]) : longest;
        }
        return [.. lines, rest];
    }

    /// <summary>The width in Chinese characters, estimated: a Latin letter or digit takes about half the room.</summary>
    public static double Width(string text) => text.Sum(character => char.IsAscii(character) ? 0.5 : 1);

    // The cheapest place whose line is at least the lines' share and fits; without one, as much as fits.
    private static int Break(string text, double share, double longest)
    {
        var best = 0;
        var cheapest = double.MaxValue;
        for (var end = 1; end < text.Length; end++)
        {
            var width = Width(text[..end]);
            if (width > longest && best > 0)
            {
                break;
            }
            if (!MayBreak(text[end - 1], text[end]))
            {
                continue;
            }
            var cost = (Math.Abs(width - share) / share) + Roughness(text, end) + (width < share ? 2 : 0);
            if (cost < cheapest)
            {
                (best, cheapest) = (end, cost);
            }
        }
        return best > 0 ? best : text.Length;
    }

    private static bool MayBreak(char before, char after) =>
        !Opening.Contains(before) && !Closing.Contains(after) && !char.IsWhiteSpace(after)
        && !(char.IsAscii(before) && char.IsAscii(after)) && !(char.IsAsciiDigit(before) && after is '年' or '%');

    // How much a break here hurts, in shares of a line: inside a word, after the name of a body, at a sign.
    private static double Roughness(string text, int end) =>
        char.IsWhiteSpace(text[end - 1]) || Closing.Contains(text[end - 1]) || Opening.Contains(text[end]) ? 0
        : EndsName(text, end) || text[..end].EndsWith("年度", StringComparison.Ordinal) ? 0.1
        : 0.7;

    private static bool EndsName(string text, int end) =>
        !NoNameBefore.Contains(text[end]) && BodyNames.Any(name => text[..end].EndsWith(name, StringComparison.Ordinal));
}
