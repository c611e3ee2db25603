using System.Text;

namespace FinalAccounts.Rendering.Drawing;

/// <summary>Estimates widths without a font: a Chinese character is one em wide, a Latin one about half.</summary>
internal static class TextMeasure
{
    private const double LatinEm = 0.55;

    public static double Width(string text, double fontSize) =>
        text.EnumerateRunes().Sum(rune => rune.Value < 0x2000 ? LatinEm : 1) * fontSize;

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
