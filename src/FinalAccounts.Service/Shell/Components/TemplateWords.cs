using System.Text.RegularExpressions;

namespace FinalAccounts.Service.Shell.Components;

/// <summary>A section's template as people read it where no unit's data are at hand: its words, with the names of what its tags print. For showing only.</summary>
public static partial class TemplateWords
{
    /// <summary>Whether this file of a set has words and tags.</summary>
    public static bool Has(string path) => path.EndsWith(".sbn", StringComparison.Ordinal);

    /// <summary>What a file of a set is called: a section by its name.</summary>
    public static string NameOf(string path) => Has(path) ? System.IO.Path.GetFileNameWithoutExtension(path) : path;

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
    private static string Plain(string expression) => Blanks().Replace(Printing().Replace(Said(expression), "").Replace("&&", "，并且", StringComparison.Ordinal).Replace("||", "，或者", StringComparison.Ordinal)
        .Replace("!=", "不是", StringComparison.Ordinal).Replace("==", "是", StringComparison.Ordinal).Replace('|', ' ').Replace("\"", "", StringComparison.Ordinal), " ").Trim();

    // The conditions that nearly every section has, as the manuscript says them.
    private static string Said(string expression) => Fact().Replace(Option().Replace(Test().Replace(Direction().Replace(expression, match => (match.Groups[2].Value == "==", match.Groups[3].Value) switch
    {
        (true, "持平") => $"{match.Groups[1].Value} 与上年持平",
        (false, "持平") => $"{match.Groups[1].Value} 有变化",
        (var same, var way) => $"{match.Groups[1].Value} 比上年{(same ? "" : "没有")}{way}",
    }), match => match.Groups[1].Value switch { "有上年" => " 有上年数", "可比" => " 能算增减幅度", _ => " 有数" }), "选项“$1”打开"), match => match.Groups[1].Success ? $"{match.Groups[1].Value}·" : "");

    [GeneratedRegex(@"\(?([^\s()|]+)\s*\|\s*增减词\s*\)?\s*(==|!=)\s*""(增加|减少|持平)""")]
    private static partial Regex Direction();

    [GeneratedRegex(@"\s*\|\s*(有上年|可比|有数)(?=\s|\)|$)")]
    private static partial Regex Test();

    [GeneratedRegex(@"(?<!!)选项\.([^\s|()&]+)(?!\s*[=!]=)")]
    private static partial Regex Option();

    [GeneratedRegex(@"资料\.(?:([^\s.|()""]+)\.)?")]
    private static partial Regex Fact();

    [GeneratedRegex(@"\{\{[~-]?(\s*#(?:[^}]|\}(?!\}))*?|(?:[^}""]|""[^""]*""|\}(?!\}))*?)[~-]?\}\}", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A(else\s+)?if\b\s*(.+)\z", RegexOptions.Singleline)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\|\s*(?:万元|元|百分比|分数|中文日期)(?=\s|\)|$)")]
    private static partial Regex Printing();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
