using System.Text.RegularExpressions;

namespace FinalAccounts.Narration.Prose;

/// <summary>Refuses text whose marks would keep the Markdown parser walking back and forth: it cannot be interrupted, and its time grows with the square of some of them. Data does not count, it is not there yet.</summary>
internal static partial class MarkGuard
{
    // Brackets, angles and backticks have no use in a section at all; a few are reported one by one, with their places.
    private static readonly (char Mark, int Most)[] Limits = [('[', 300), ('<', 300), ('`', 300), ('&', 1_000), ('*', 20_000)];

    /// <summary>What is too much, in Chinese, and the line from 0 where it becomes so; null when the text can be parsed.</summary>
    public static (string Message, int Line)? Objection(string text)
    {
        foreach (var (mark, most) in Limits)
        {
            var (found, line) = (0, 0);
            foreach (var character in text)
            {
                line += character == '\n' ? 1 : 0;
                if (character == mark && ++found > most)
                {
                    return ($"这一节印出的“{mark}”超过 {most} 个，没有排出：请删去，或检查循环", line);
                }
            }
        }

        return Nested().Match(text) is { Success: true } nested
            ? ("行首的“-”“>”嵌套太深，没有排出：列表最多分两层，请删去", text.AsSpan(0, nested.Index).Count('\n'))
            : null;
    }

    [GeneratedRegex(@"^(?:>[ \t]?|[-+*][ \t]+){6}", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Nested();
}
