using System.Text.RegularExpressions;

namespace FinalAccounts.Checks.Text;

/// <summary>Numbered paragraphs below a line: 1.…, 1、…, （1）…, each with paragraphs of its own between them.</summary>
internal static partial class NumberedList
{
    private static readonly string[] LeadIns = ["用于：", "以下方面：", "其中：", "如下：", "部分：", "包括：", "分别为：", "分别是："];

    /// <summary>The positions of the paragraphs numbered 1, 2, 3 … below a passage, up to the next heading.</summary>
    public static IReadOnlyList<int> Below(IReadOnlyList<Passage> passages, int index)
    {
        var items = new List<int>();
        var style = "";
        for (var i = index + 1; i < passages.Count && passages[i].Kind == PassageKind.Paragraph; i++)
        {
            var match = Number().Match(passages[i].Content);
            if (!match.Success || !int.TryParse(match.Groups["n"].Value, out var number))
            {
                if (items.Count == 0)
                {
                    break;
                }

                continue;
            }

            var own = match.Groups["a"].Value + match.Groups["b"].Value;
            if (items.Count == 0 && number == 1)
            {
                style = own;
            }

            if (own == style && number == items.Count + 1)
            {
                items.Add(i);
            }
            else if (own == style || items.Count == 0)
            {
                break;
            }
        }

        return items;
    }

    /// <summary>Whether a paragraph ends by announcing the list below it.</summary>
    public static bool IsLeadIn(string text) => LeadIns.Any(cue => text.EndsWith(cue, StringComparison.Ordinal));

    /// <summary>Whether a paragraph begins with a number of order.</summary>
    public static bool IsItem(string text) => Number().IsMatch(text) || ChineseNumber().IsMatch(text);

    /// <summary>Whether that number is the first: 一是, 1., （一）.</summary>
    public static bool IsFirst(string text) => First().IsMatch(text);

    /// <summary>How a paragraph is numbered: （1）, 1., 一、 without the number; null when it has none.</summary>
    public static string? Style(string text) =>
        Number().Match(text) is { Success: true } number ? $"{number.Groups["a"].Value}1{number.Groups["b"].Value}"
        : ChineseNumber().Match(text) is { Success: true } chinese ? string.Concat(chinese.Value.Select(letter => "一二三四五六七八九十".Contains(letter) ? '一' : letter is >= '①' and <= '⑳' ? '①' : letter)).Replace("一一", "一", StringComparison.Ordinal)
        : null;

    [GeneratedRegex(@"^(?<a>[（(]?)(?<n>[0-9]{1,3})(?<b>[）)、]|[.．](?![0-9]))")]
    private static partial Regex Number();

    [GeneratedRegex("^[（(]?(?:第?一(?![一二三四五六七八九十])|1(?![0-9])|①)")]
    private static partial Regex First();

    [GeneratedRegex(@"^(（?[一二三四五六七八九十]{1,3}[）、]|[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}|[①-⑳])")]
    private static partial Regex ChineseNumber();
}
