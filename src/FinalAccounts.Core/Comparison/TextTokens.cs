using System.Text.RegularExpressions;
using DiffPlex;

namespace FinalAccounts.Comparison;

/// <summary>Chinese text in pieces that change as a whole: a number with sign, separators, decimals and %, a Latin word, one Han character, one sign.</summary>
internal sealed partial class TextTokens : IChunker
{
    /// <summary>The one there is; it keeps nothing.</summary>
    public static readonly TextTokens Instance = new();

    /// <summary>The pieces; together they are the text.</summary>
    public static string[] Split(string text) => [.. Token().EnumerateMatches(text).ToStrings(text)];

    /// <inheritdoc/>
    public IReadOnlyList<string> Chunk(string text) => Split(text);

    // A minus belongs to a number only where nothing stands before it that it could divide from: not in 1-3月.
    [GeneratedRegex(@"(?<![0-9A-Za-z])[-−+]?[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?[%％‰]?|[0-9]+|[A-Za-z]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}

file static class Matches
{
    public static List<string> ToStrings(this Regex.ValueMatchEnumerator matches, string text)
    {
        var tokens = new List<string>(text.Length);
        foreach (var match in matches)
        {
            tokens.Add(text.Substring(match.Index, match.Length));
        }

        return tokens;
    }
}
