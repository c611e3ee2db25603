using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Foundations;

/// <summary>Parts of titles that no line ends in the middle of: （本级）, “三公” and 2023年度.</summary>
internal static partial class WholeWords
{
    /// <summary>The text in its order, each part with whether it has to stay whole.</summary>
    public static IEnumerable<(string Text, bool Whole)> In(string text)
    {
        var position = 0;
        foreach (Match match in Whole().Matches(text))
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

    [GeneratedRegex("[（“《][^（）“”《》]{1,8}[）”》]|[0-9]{4}年度?")]
    private static partial Regex Whole();
}
