using System.Text.RegularExpressions;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration.Sandbox;

/// <summary>Braces that Scriban takes for text and would print: one alone, a pair in full width, an opening pair that is never closed. And quotes that are left open.</summary>
internal static partial class BraceCheck
{
    /// <summary>The braces that would be printed.</summary>
    public static IEnumerable<Finding> Of(SectionTemplate section)
    {
        var outside = section.Text.ToCharArray();
        for (var from = 0; section.Text.IndexOf("{{", from, StringComparison.Ordinal) is var open and >= 0;)
        {
            // What stands between the pairs is code; braces outside of them are the author's mistakes.
            var close = section.Text.IndexOf("}}", open + 2, StringComparison.Ordinal);
            from = close < 0 ? section.Text.Length : close + 2;
            Array.Fill(outside, ' ', open, from - open);
            if (close < 0)
            {
                yield return At(section, open, "“{{”没有对应的“}}”");
            }
        }

        foreach (Match brace in Brace().Matches(new string(outside)))
        {
            yield return At(section, brace.Index, brace.Value is "｛｛" or "｝｝"
                ? $"“{brace.Value}”是全角的，不起作用，会照样印出来：要用半角的“{(brace.Value == "｛｛" ? "{{" : "}}")}”"
                : brace.Value == "}}" ? "“}}”前面没有对应的“{{”，会照样印出来" : $"单个“{brace.Value}”会照样印出来：数据要写在“{{{{”和“}}}}”之间");
        }
    }

    /// <summary>A line of code whose quotes are not in pairs; null when there is none.</summary>
    public static Finding? Quotes(SectionTemplate section)
    {
        foreach (Match code in LineOfCode().Matches(section.Text))
        {
            if (code.Value.Count(c => c == '"') % 2 == 1)
            {
                return At(section, code.Index + code.Value.LastIndexOf('"'), "引号没有成对：文字要写在一对半角的 \" 之间");
            }
        }

        return null;
    }

    private static Finding At(SectionTemplate section, int offset, string message)
    {
        var before = section.Text.AsSpan(0, offset);
        return new Finding(
            Severity.Error, NarrationRules.Syntax, message, [new Place(section.File, Line: before.Count('\n') + 1, Column: offset - before.LastIndexOf('\n'))]);
    }

    [GeneratedRegex(@"\}\}|｛｛|｝｝|[{}]")]
    private static partial Regex Brace();

    // A comment may hold any quote.
    [GeneratedRegex(@"\{\{(?![~-]?\s*#)[^\n]*?(?:\}\}|$)", RegexOptions.Multiline)]
    private static partial Regex LineOfCode();
}
