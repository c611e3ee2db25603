using System.Text.RegularExpressions;

namespace FinalAccounts.Checks.Text;

/// <summary>How many things a sentence announces, against the numbered paragraphs that follow it (TXT-06).</summary>
internal static partial class ListCountCheck
{
    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        for (var i = 0; i < data.Passages.Count; i++)
        {
            var passage = data.Passages[i];
            if (passage.Kind != PassageKind.Paragraph || Announced().Match(passage.Content) is not { Success: true } match
                || Number(match.Groups["n"].Value) is not { } announced || HasFigure(data, match.Value))
            {
                continue;
            }

            var items = NumberedList.Below(data.Passages, i);
            if (items.Count > 1 && items.Count != announced)
            {
                yield return new Finding(
                    Severity.Error, "TXT-06", $"“{match.Value.TrimEnd('。', '：', '；')}”，下面列出的是{items.Count}项，请核对后改成一致",
                    [.. ((Place?[])[passage.PlaceAt(match.Groups["n"].Index), data.Passages[items[^1]].PlaceAt(data.Passages[items[^1]].Content.Length - 1)]).OfType<Place>().Distinct()])
                {
                    Expected = $"{items.Count}",
                    Actual = $"{announced}",
                    Difference = $"{announced - items.Count}",
                };
            }
        }
    }

    // A noun with a figure of its own is held against that figure (TXT-03).
    private static bool HasFigure(TextData data, string text) =>
        data.Rules.Figures.Any(figure => figure.Names.Any(name => text.Contains(name, StringComparison.Ordinal)));

    private static int? Number(string text) =>
        int.TryParse(text, out var number) ? number : text == "两" ? 2 : "一二三四五六七八九十".IndexOf(text[0]) + 1 is > 0 and var digit && text.Length == 1 ? digit : null;

    // 共涉及19个一级项目。 包括两个部分：
    [GeneratedRegex(@"(?:共涉及|涉及|包括|包含|分为|分|有|共|以下|如下)(?<n>[0-9]{1,3}|[一二三四五六七八九十两])(?:个|项|类|方面|部分|条)[^，。；：0-9]{0,10}[。：]$")]
    private static partial Regex Announced();
}
