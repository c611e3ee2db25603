using System.Globalization;
using System.Text;

namespace FinalAccounts.Rendering.Typefaces;

/// <summary>Stops a document with a character that no chosen font can draw, before it becomes an empty box on paper.</summary>
internal static class GlyphCheck
{
    private const int ContextLength = 8;

    /// <exception cref="RenderingException">Names every such character and where it first stands.</exception>
    public static void Run(Document document, ChosenFonts fonts)
    {
        var seen = new HashSet<(FontRole, Rune)>();
        var missing = new List<string>();
        foreach (var (role, text) in TextByRole.Of(document))
        {
            foreach (var (at, rune) in Runes(text))
            {
                if (seen.Add((role, rune)) && !NeedsNoGlyph(rune) && !fonts.Draws(role, rune.Value))
                {
                    missing.Add(Describe(role, text, at, rune));
                }
            }
        }
        if (missing.Count > 0)
        {
            throw new RenderingException(
                $"有 {missing.Count} 个字符在所选字体中没有字形，不能排印：{string.Join("；", missing)}。请改用其他写法，或安装含有这些字符的字体并写入 theme.yaml。")
            { OfText = true };
        }
    }

    private static IEnumerable<(int At, Rune Rune)> Runes(string text)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            yield return (at, rune);
            at += rune.Utf16SequenceLength;
        }
    }

    // Spaces, line ends and the invisible controls of writing direction and joining. Other control characters are an error.
    private static bool NeedsNoGlyph(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static string Describe(FontRole role, string text, int at, Rune rune)
    {
        var start = Math.Max(0, at - ContextLength);
        var end = Math.Min(text.Length, at + rune.Utf16SequenceLength + ContextLength);
        var shown = Rune.IsControl(rune) ? "" : $"‘{rune}’";
        return $"{shown}U+{rune.Value:X4}（{ChosenFonts.Label(role)}，“{text[start..end]}”）";
    }
}
