using System.Text;
using System.Text.RegularExpressions;

namespace FinalAccounts.Claims;

/// <summary>Turns patterns of statements.yaml into regular expressions that are linear in the text: [甲|乙] may stand there, (甲|乙) must, {词} is one of the words of that name, {名} any name.</summary>
internal static class ClaimPattern
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string AnyName = "(?<name>[^，。；：,;]{0,40}?)";

    /// <summary>One expression for all patterns, which must end where the text ends.</summary>
    public static Regex AtEnd(IEnumerable<string> patterns, Func<string, string> word) =>
        new($"(?:{string.Join('|', patterns.Select(pattern => Expand(pattern, word)))})$", Linear);

    /// <summary>One expression for a pattern anywhere.</summary>
    public static Regex Anywhere(string pattern, Func<string, string> word) => new(Expand(pattern, word), Linear);

    /// <summary>One of the words, the longest first.</summary>
    public static string OneOf(IEnumerable<string> words) =>
        $"(?:{string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape))})";

    private static string Expand(string pattern, Func<string, string> word)
    {
        var expression = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '[' or '(':
                    expression.Append("(?:");
                    break;
                case ']':
                    expression.Append(")?");
                    break;
                case ')' or '|':
                    expression.Append(pattern[i]);
                    break;
                case '{' when pattern.IndexOf('}', i) is > 0 and var end:
                    var name = pattern[(i + 1)..end];
                    expression.Append(name == "名" ? AnyName : word(name));
                    i = end;
                    break;
                default:
                    expression.Append(Regex.Escape(pattern[i].ToString()));
                    break;
            }
        }

        return expression.ToString();
    }
}
