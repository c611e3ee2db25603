using System.Text;

namespace FinalAccounts.Rendering.Drawing;

/// <summary>Tells widths without a font: a Chinese character is one em wide, a Latin one as wide as in Times, which most Latin book types keep to.</summary>
internal static class TextMeasure
{
    // From the space to the tilde, in thousandths of an em.
    private static readonly short[] Times =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    public static double Width(string text, double fontSize)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Em(rune);
        }

        return width * fontSize;
    }

    /// <summary>The width of a character in em.</summary>
    public static double Em(Rune rune) => rune.Value is >= 0x20 and < 0x7F ? Times[rune.Value - 0x20] / 1000.0 : 1;

    /// <summary>The text in lines no wider than asked; nothing is left out.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double fontSize)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length > 0 && Width(line.ToString() + rune, fontSize) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            line.Append(rune.ToString());
        }
        lines.Add(line.ToString());
        return lines;
    }
}
