using System.Text.RegularExpressions;

namespace FinalAccounts.Service.Templates.Together;

/// <summary>A template's text in which every tag is one character, the same for equal tags: compared so, a tag changes as a whole or not at all.</summary>
internal sealed partial class FoldedText
{
    // Unicode's private area: no text has such characters, and one that has is left as it is.
    private const char First = '\uE000', Last = '\uF8FF';

    private readonly Dictionary<string, char> folded = new(StringComparer.Ordinal);
    private readonly List<string> tags = [];
    private readonly bool off;

    /// <summary>For these texts.</summary>
    public FoldedText(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            off |= text.AsSpan().IndexOfAnyInRange(First, Last) >= 0;
            foreach (Match tag in Tag().Matches(text))
            {
                if (folded.TryAdd(tag.Value, (char)(First + tags.Count)))
                {
                    tags.Add(tag.Value);
                }
            }
        }

        off |= tags.Count > Last - First;
    }

    /// <summary>With a character for each tag.</summary>
    public string Fold(string text) => off ? text : Tag().Replace(text, tag => folded[tag.Value].ToString());

    /// <summary>As it was written.</summary>
    public string Unfold(string text) => off || text.AsSpan().IndexOfAnyInRange(First, Last) < 0 ? text : string.Concat(text.Select(character => TagOf(character) ?? character.ToString()));

    /// <summary>How many conditions, lists and phrases begin in a folded stretch, less those that end.</summary>
    public int Depth(string text) => off ? 0 : text.Sum(character => TagOf(character) is not { } tag ? 0 : Opening().IsMatch(tag) ? 1 : Closing().IsMatch(tag) ? -1 : 0);

    private string? TagOf(char character) => character is >= First and <= Last ? tags[character - First] : null;

    // Up to the next opening at most: a text of nothing but openings would otherwise be read to its end from each of them.
    [GeneratedRegex(@"\{\{(?:(?!\{\{).)*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A\{\{[~-]?\s*(?:if|for|func|while|case|capture|wrap|with)\b")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\A\{\{[~-]?\s*end\s*[~-]?\}\}")]
    private static partial Regex Closing();
}
