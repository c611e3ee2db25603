using System.Text.RegularExpressions;

namespace FinalAccounts.Service.Shell.Components;

/// <summary>A section's template as people read it where no unit's data are at hand: its words, with the names of what its tags print. For showing only.</summary>
public static partial class TemplateWords
{
    /// <summary>Whether this file of a set has words and tags.</summary>
    public static bool Has(string path) => path.EndsWith(".sbn", StringComparison.Ordinal);

    /// <summary>The text with each tag as 〔name〕; marks of branches and lists stand on lines of their own.</summary>
    public static string Of(string template) => Tag().Replace(template, match => Shown(match.Groups[1].Value.Trim()));

    private static string Shown(string body)
    {
        if (body.StartsWith('#'))
        {
            return $"〔批注：{Blanks().Replace(body.TrimStart('#'), " ").Trim()}〕";
        }

        var condition = Condition().Match(body);
        return body switch
        {
            "else" => "〔其他情况〕",
            "end" => "〔完〕",
            _ when condition.Success => $"〔{(condition.Groups[1].Length > 0 ? "否则，" : "")}当 {Plain(condition.Groups[2].Value)}〕",
            _ when body.StartsWith("for ", StringComparison.Ordinal) => $"〔逐条：{Plain(body[4..].Replace(" in ", "，取自 ", StringComparison.Ordinal))}〕",
            _ when body.StartsWith("func ", StringComparison.Ordinal) => $"〔句式 {body[5..].Trim()}〕",
            _ => $"〔{Plain(body)}〕",
        };
    }

    // What a figure is printed as is no matter of words.
    private static string Plain(string expression) => Blanks().Replace(Printing().Replace(expression, "").Replace("&&", "，并且", StringComparison.Ordinal).Replace("||", "，或者", StringComparison.Ordinal)
        .Replace("!=", "不是", StringComparison.Ordinal).Replace("==", "是", StringComparison.Ordinal).Replace('|', ' ').Replace("\"", "", StringComparison.Ordinal), " ").Trim();

    [GeneratedRegex(@"\{\{[~-]?(\s*#(?:[^}]|\}(?!\}))*?|(?:[^}""]|""[^""]*""|\}(?!\}))*?)[~-]?\}\}", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A(else\s+)?if\b\s*(.+)\z", RegexOptions.Singleline)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\|\s*(?:万元|元|百分比|分数|中文日期)(?=\s|\)|$)")]
    private static partial Regex Printing();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
