using System.Text;
using FinalAccounts.Rendering.Drawing;

namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>Words of letters and digits that are wider than their cell: they are broken, or they would run over its edge.</summary>
internal static class WordBreaks
{
    /// <summary>The parts of a line, with places to break inside such words.</summary>
    public static IReadOnlyList<Inline> In(IReadOnlyList<Inline> inlines, double width, double size) =>
        inlines.Any(inline => Longest(inline) * size > width) ? [.. inlines.SelectMany(inline => Broken(inline, width, size))] : inlines;

    // In em, as TextMeasure tells.
    private static double Longest(Inline inline)
    {
        var (longest, word) = (0.0, 0.0);
        foreach (var rune in Of(inline).EnumerateRunes())
        {
            word = IsPartOfWord(rune) ? word + TextMeasure.Width(rune.ToString(), 1) : 0;
            longest = Math.Max(longest, word);
        }

        return longest;
    }

    private static IEnumerable<Inline> Broken(Inline inline, double width, double size)
    {
        if (Longest(inline) * size <= width)
        {
            yield return inline;
            yield break;
        }

        foreach (var line in TextMeasure.Wrap(Of(inline), width, size).Index())
        {
            if (line.Index > 0)
            {
                yield return new LineBreak();
            }

            yield return new Text(line.Item);
        }
    }

    private static string Of(Inline inline) => DocumentText.Of([inline]);

    private static bool IsPartOfWord(Rune rune) => rune.Value is > 0x20 and < 0x2000;
}
