using System.Text;

namespace FinalAccounts.Rendering.Html;

/// <summary>
/// The fonts as CSS variables. Latin letters and digits come from the Latin font through a face limited to their code points:
/// Chinese quotes, dashes and dots share their code points with Western ones and would otherwise be set in Western shapes.
/// </summary>
internal static class FontCss
{
    /// <summary>The code points that the Latin font sets: printable ASCII and Latin letters, without punctuation that Chinese shares (·, ×, ÷, “”, —).</summary>
    public const string LatinRange = "U+20-7E,U+A3,U+A9,U+AE,U+C0-D6,U+D8-F6,U+F8-24F";

    private const string LatinFace = "fa-latin";

    /// <summary>Whether the Latin font sets this code point.</summary>
    public static bool IsLatin(int codePoint) => codePoint
        is (>= 0x20 and <= 0x7E) or 0xA3 or 0xA9 or 0xAE or (>= 0xC0 and <= 0xD6) or (>= 0xD8 and <= 0xF6) or (>= 0xF8 and <= 0x24F);

    public static string For(Theme theme)
    {
        var fonts = theme.Fonts;
        var css = new StringBuilder();
        AppendFace(css, fonts.Latin, "400", "");
        AppendFace(css, fonts.Latin, "700", " Bold");
        css.Append(":root{");
        AppendStack(css, "body", fonts.Body, fonts.Symbols, "serif");
        AppendStack(css, "title", fonts.Title, fonts.Symbols, "serif");
        AppendStack(css, "heading1", fonts.Heading1, fonts.Symbols, "sans-serif");
        AppendStack(css, "heading2", fonts.Heading2, fonts.Symbols, "serif");
        AppendStack(css, "table", fonts.Table, fonts.Symbols, "serif");
        return css.Append("}\n").ToString();
    }

    private static void AppendFace(StringBuilder css, IReadOnlyList<string> names, string weight, string style)
    {
        // local() takes a face's full name, and on some systems its PostScript name.
        var sources = names.SelectMany(name => style.Length == 0
            ? [name, name + " Regular"]
            : new[] { name + style }).Select(name => $"local({Css.Literal(name)})");
        css.Append($"@font-face{{font-family:{LatinFace};font-weight:{weight};src:{string.Join(',', sources)};unicode-range:{LatinRange}}}\n");
    }

    private static void AppendStack(
        StringBuilder css, string role, IReadOnlyList<string> names, IReadOnlyList<string> symbols, string generic) =>
        css.Append($"--{role}:{LatinFace},{Css.Families(names)},{Css.Families(symbols)},{generic};");
}
