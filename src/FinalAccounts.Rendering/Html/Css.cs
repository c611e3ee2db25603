using System.Globalization;
using System.Text;

namespace FinalAccounts.Rendering.Html;

/// <summary>Values as CSS writes them.</summary>
internal static class Css
{
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A string literal; all but letters and digits is written as a code point, so nothing can leave the literal or the style element.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                literal.Append(rune.ToString());
            }
            else
            {
                literal.Append('\\').Append(rune.Value.ToString("X6", CultureInfo.InvariantCulture));
            }
        }
        return literal.Append('"').ToString();
    }

    public static string Families(IEnumerable<string> names) => string.Join(',', names.Select(Literal));
}
