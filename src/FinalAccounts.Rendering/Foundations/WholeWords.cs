using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Foundations;

/// <summary>Parts of titles that no line ends in the middle of: （本级）, “三公” and 2023年度.</summary>
internal static partial class WholeWords
{
    /// <summary>The text in its order, each part with whether it has to stay whole.</summary>
    public static IEnumerable<(string Text, bool Whole)> In(string text) => MatchedParts.Of(text, Whole());

    [GeneratedRegex("[（“《][^（）“”《》]{1,8}[）”》]|[0-9]{4}年度?")]
    private static partial Regex Whole();
}
