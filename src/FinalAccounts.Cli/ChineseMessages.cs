using System.Text.RegularExpressions;

namespace FinalAccounts.Cli;

/// <summary>
/// The parser's own words in Chinese. Its satellite resources would need a culture, and with that the ICU library on
/// every machine; the few words are kept here instead.
/// </summary>
internal static partial class ChineseMessages
{
    private static readonly (Regex Pattern, string Chinese)[] Errors =
    [
        (UnrecognizedArgument(), "不认识的命令或参数“$1”。"),
        (MissingArgument(), "缺少参数：“$1”。"),
        (MissingCommand(), "请写明要做什么。"),
        (MissingOption(), "缺少选项“$1”。"),
        (CannotParse(), "选项或参数“$2”的值“$1”不对。"),
    ];

    private static readonly (string English, string Chinese)[] Headings =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Options:", "选项："), ("Commands:", "命令："), ("Arguments:", "参数："),
        ("Show help and usage information", "显示帮助"), ("Show version information", "显示版本"),
        ("[command]", "[命令]"), ("[options]", "[选项]"), ("[default:", "[默认："), ("(REQUIRED)", "（必填）"),
    ];

    /// <summary>An error of the parser; in its own words where it is none of the known ones.</summary>
    public static string Error(string message)
    {
        foreach (var (pattern, chinese) in Errors)
        {
            if (pattern.Match(message) is { Success: true } match)
            {
                return match.Result(chinese);
            }
        }

        return message;
    }

    /// <summary>A help page.</summary>
    public static string Help(string page) =>
        Headings.Aggregate(page, (text, heading) => text.Replace(heading.English, heading.Chinese, StringComparison.Ordinal));

    [GeneratedRegex("^Unrecognized command or argument '(.*)'\\.?$")]
    private static partial Regex UnrecognizedArgument();

    [GeneratedRegex("^Required argument .*?'(.*?)'")]
    private static partial Regex MissingArgument();

    [GeneratedRegex("^Required command was not provided\\.?$")]
    private static partial Regex MissingCommand();

    [GeneratedRegex("^Option '(.*)' is required\\.?$")]
    private static partial Regex MissingOption();

    [GeneratedRegex("^Cannot parse argument '(.*?)' for (?:option|command) '(.*?)'")]
    private static partial Regex CannotParse();
}
