namespace FinalAccounts.Templates.Yaml;

/// <summary>What the YAML parser complains about, in Chinese for the mistakes that people make.</summary>
internal static class YamlMistake
{
    private static readonly (string English, string Chinese)[] Known =
    [
        ("tab", "不能用制表符缩进，请用空格"),
        ("mapping values are not allowed", "冒号的位置不对；含冒号的文字要加引号"),
        ("did not find expected key", "缩进不一致，或上一行少了引号、括号"),
        ("did not find expected '-' indicator", "列表项的“-”没有对齐"),
        ("did not find expected ',' or '}'", "花括号里缺逗号或右括号；含逗号、冒号、{年度} 这样的占位的文字要加引号"),
        ("did not find expected ',' or ']'", "方括号里缺逗号或右括号；含逗号、冒号、{年度} 这样的占位的文字要加引号"),
        ("while scanning a simple key", "少了冒号，或文字没有加引号"),
        ("could not find expected ':'", "少了冒号，或文字没有加引号"),
        ("while scanning a quoted scalar", "引号没有结束"),
        ("double-quoted scalar", "引号没有结束"),
        ("single-quoted scalar", "引号没有结束"),
        ("unexpected end of stream", "文件提前结束，引号或括号没有结束"),
        ("cannot start any token", "有不能开头的符号；含特殊符号的文字要加引号"),
        ("escape", "双引号里的反斜杠写法不对，请改用单引号"),
    ];

    /// <summary>The Chinese wording; the parser's own words follow when they are not among the known.</summary>
    public static string InChinese(string message)
    {
        foreach (var (english, chinese) in Known)
        {
            if (message.Contains(english, StringComparison.OrdinalIgnoreCase))
            {
                return chinese;
            }
        }

        return $"无法读懂（{message}）";
    }
}
