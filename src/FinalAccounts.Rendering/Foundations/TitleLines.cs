namespace FinalAccounts.Rendering.Foundations;

/// <summary>
/// Where a centred title of more than one line is broken: at a sign, after the name of a body or between words near the
/// middle, never inside a number or a word that is known. No line is longer than the first, so that Word, which fills lines greedily, can be led to the same ones.
/// </summary>
internal static class TitleLines
{
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
            if (!WordEnds.MayEnd(text, end))
            {
                continue;
            }
            var cost = (Math.Abs(width - share) / share) + WordEnds.Cost(text, end) + (width < share ? 2 : 0);
            if (cost < cheapest)
            {
                (best, cheapest) = (end, cost);
            }
        }
        return best > 0 ? best : text.Length;
    }
}
