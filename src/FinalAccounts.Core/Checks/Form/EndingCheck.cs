using FinalAccounts.Checks.Text;

namespace FinalAccounts.Checks.Form;

/// <summary>Paragraphs that end as if something followed, and nothing does (FRM-11).</summary>
internal static class EndingCheck
{
    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        var seen = new HashSet<(Place?, string)>();
        for (var i = 0; i < data.Passages.Count; i++)
        {
            var passage = data.Passages[i];
            if (passage.Kind is not (PassageKind.Paragraph or PassageKind.Cell) || passage.Content[^1] is not ('；' or '，' or '、')
                || IsFormula(passage.Content)
                || (i + 1 < data.Passages.Count && data.Passages[i + 1].Kind == passage.Kind && IsContinued(passage.Content, data.Passages[i + 1].Content)))
            {
                continue;
            }

            var place = passage.PlaceAt(passage.Content.Length - 1);
            if (seen.Add((place, passage.Content)))
            {
                yield return new Finding(
                    Severity.Warning, "FRM-11", $"“{passage.Content[Math.Max(0, passage.Content.Length - 16)..]}”是一段的末尾，应当用句号，请改正",
                    place is null ? [] : [place])
                {
                    Expected = "。",
                    Actual = passage.Content[^1..],
                };
            }
        }
    }

    // 主要原因：一是人员增加； with 二是… on the next line, as lists of whole paragraphs.
    private static bool IsContinued(string text, string next) => NumberedList.IsItem(next) && (NumberedList.IsItem(text) || (text[^1] == '；' && !NumberedList.IsFirst(next)));

    // 31行＝（27＋28＋29）行；: how a table adds up is no prose.
    private static bool IsFormula(string text) => text.Contains("行＝", StringComparison.Ordinal) || text.Contains("行=", StringComparison.Ordinal) || text.Contains("行 =", StringComparison.Ordinal);
}
