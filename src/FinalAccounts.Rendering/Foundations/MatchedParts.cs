using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Foundations;

/// <summary>A text parted where a pattern fits.</summary>
internal static class MatchedParts
{
    /// <summary>The text in its order, each part with whether the pattern fits it; none is empty.</summary>
    public static IEnumerable<(string Text, bool Fits)> Of(string text, Regex pattern)
    {
        var position = 0;
        foreach (Match match in pattern.Matches(text))
        {
            if (match.Index > position)
            {
                yield return (text[position..match.Index], false);
            }

            yield return (match.Value, true);
            position = match.Index + match.Length;
        }

        if (position < text.Length)
        {
            yield return (text[position..], false);
        }
    }
}
