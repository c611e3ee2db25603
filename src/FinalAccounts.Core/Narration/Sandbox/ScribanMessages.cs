using System.Text.RegularExpressions;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;
using Scriban.Parsing;

namespace FinalAccounts.Narration.Sandbox;

/// <summary>Scriban's messages and positions in words that template writers understand.</summary>
internal static partial class ScribanMessages
{
    // Parts of Scriban's messages, the most telling first.
    private static readonly (string Part, string Chinese)[] Usual =
    [
        ("in: <expression> | <expression>", "“|”后面要写怎样印，如 {{ 收支总计 | 万元 }}"),
        ("Unexpected token |", "“|”前面要写一个名称，如 {{ 收支总计 | 万元 }}"),
        ("parsing for statement", "“for”的写法是 {{ for 类 in 表05.类 }} … {{ end }}"),
        ("parsing if statement", "“if”后面要写条件，如 {{ if 收支总计 | 有数 }}"),
        ("else condition must be preceded", "“else”前面没有对应的 if"),
        ("<value_expression>", "“=”后面要写内容，如 {{ 记录 = 资料.支出用途 | 找 \"科目编码\" 类.编码 }}"),
        ("dot operator is expected", "“.”后面要写名称，如 资料.政府采购.总额"),
        ("Expecting a closing `)`", "括号没有成对：少一个“)”"),
        ("while no matching {", "“{{”要用“}}”结束，这里只有一个“}”"),
        ("function call", "“func”的写法是 {{ func 名称(甲, 乙) }} … {{ end }}"),
    ];

    /// <summary>A position in a template, counted from 1; what has no position stands at the beginning.</summary>
    public static Place PlaceOf(SourceSpan span, string file) =>
        new(string.IsNullOrEmpty(span.FileName) ? file : span.FileName, Line: Math.Max(1, span.Start.Line + 1), Column: Math.Max(1, span.Start.Column + 1));

    /// <summary>A parse error.</summary>
    public static Finding Syntax(LogMessage message, string file)
    {
        var text = message.Message;
        if (Foreign().Match(text) is { Success: true } sign && HalfWidth(sign.Groups[1].Value) is { } half)
        {
            return new Finding(
                Severity.Error, NarrationRules.Syntax, $"花括号里没有“{sign.Groups[1].Value}”这个写法（要用半角符号），是不是“{half}”？", [PlaceOf(message.Span, file)])
            {
                Fix = new Fix(sign.Groups[1].Value, half),
            };
        }

        var (rule, chinese) = text switch
        {
            _ when text.Contains("depth limit", StringComparison.Ordinal) => (NarrationRules.Limit, $"嵌套超过{NarrationLimits.Depth}层，请拆开写"),
            _ when text.Contains("<end> statement was not found", StringComparison.Ordinal) => (NarrationRules.Syntax, "这里开始的 if、for 或 func 没有对应的 end"),
            _ when text.Contains("Found <end> statement without", StringComparison.Ordinal) => (NarrationRules.Syntax, "多出一个 end：前面没有对应的 if、for 或 func"),
            _ when text.Contains("while expecting", StringComparison.Ordinal) && Expected().Match(text) is { Success: true } found =>
                (NarrationRules.Syntax, $"这里写的是“{found.Groups[1].Value}”，应当是“{found.Groups[2].Value}”"),
            _ when text.Contains("Unexpected end of file", StringComparison.Ordinal) || text.Contains("<EOF>", StringComparison.Ordinal) =>
                (NarrationRules.Syntax, "“{{”没有对应的“}}”"),
            _ when text.Contains("string", StringComparison.OrdinalIgnoreCase) && text.Contains("unexpected", StringComparison.OrdinalIgnoreCase) =>
                (NarrationRules.Syntax, "引号没有成对"),
            _ => (NarrationRules.Syntax, Usual.FirstOrDefault(usual => text.Contains(usual.Part, StringComparison.Ordinal)).Chinese
                ?? (Odd().Match(text) is { Success: true } odd ? odd.Groups[1].Value is "“" or "”" or "‘" or "’" ? "花括号里的引号要用半角的 \"，如 {{ 车辆总数 | 数量 \"辆\" }}" : $"这里不能写“{odd.Groups[1].Value}”，请检查它前面是否少写了内容" : "这一行的写法有误，请检查花括号、括号和引号是否成对")),
        };
        return new Finding(Severity.Error, rule, chinese, [PlaceOf(message.Span, file)]);
    }

    /// <summary>What went wrong at run time, in Chinese.</summary>
    /// <param name="names">All names that the template could have meant.</param>
    public static (string Rule, string Message, Fix? Fix) Runtime(string message, IReadOnlyCollection<string> names)
    {
        if (NotFound().Match(message) is { Success: true } missing)
        {
            var (words, fix) = Unknown(missing.Groups[1].Value, names);
            return (NarrationRules.Unknown, words, fix);
        }

        var (rule, said) = message switch
        {
            _ when message.Contains("recursive depth limit", StringComparison.Ordinal) =>
                (NarrationRules.Limit, $"句式互相调用超过{NarrationLimits.Recursion}层：请检查是否调用了自己"),
            _ when message.Contains("Invalid number of arguments", StringComparison.Ordinal) =>
                (NarrationRules.Misuse, "给出的内容个数不对，请对照《模板手册》或句式的写法"),
            _ when message.Contains("limit", StringComparison.OrdinalIgnoreCase) => (NarrationRules.Limit, "超过了模板的限度（循环次数或文字长度），停在这里"),
            _ when message.Contains("readonly", StringComparison.OrdinalIgnoreCase) => (NarrationRules.Forbidden, "不能给已有的名称赋值，请换一个名字"),
            _ when message.Contains("Invalid target function", StringComparison.Ordinal) =>
                (NarrationRules.Misuse, "两个名称之间少了“|”：要印一个数，写成 {{ 收支总计 | 万元 }}"),
            _ => (NarrationRules.Misuse, "这里的写法不能执行，请对照《模板手册》"),
        };
        return (rule, said, null);
    }

    /// <summary>That a name does not exist, with the name that was probably meant.</summary>
    public static (string Message, Fix? Fix) Unknown(string name, IReadOnlyCollection<string> names) =>
        ($"没有“{name}”这个名称{Suggestion.For(name, names)}", Suggestion.Near(name, names));

    private static string? HalfWidth(string sign) => sign switch
    {
        "｜" => "|",
        "（" => "(",
        "）" => ")",
        "＝" => "=",
        "．" or "。" => ".",
        "，" or "、" => ",",
        "；" => ";",
        "［" or "【" => "[",
        "］" or "】" => "]",
        "＋" => "+",
        "－" => "-",
        _ => null,
    };

    [GeneratedRegex("Invalid token found `(.)`")]
    private static partial Regex Foreign();

    [GeneratedRegex("(?:instead of|[Tt]oken(?: found)?) `([^`<]+)`")]
    private static partial Regex Odd();

    [GeneratedRegex("`([^`]*)` while expecting `([^`]*)`")]
    private static partial Regex Expected();

    [GeneratedRegex("^The variable or function `([^`]+)` was not found")]
    private static partial Regex NotFound();
}
