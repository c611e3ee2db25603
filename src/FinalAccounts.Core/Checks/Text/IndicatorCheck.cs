using FinalAccounts.Templates;

namespace FinalAccounts.Checks.Text;

/// <summary>Indicators of a form that the text repeats by their names with another number (TXT-07).</summary>
internal static class IndicatorCheck
{
    private const int ShortestStem = 5;

    // 价格认定办理案件量 stands in sentences as 价格认定办理案件.
    private static readonly string[] Endings = ["数量", "次数", "人数", "场次", "批次", "总人次", "人次", "数", "量", "率"];

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        foreach (var rule in data.Rules.Indicators)
        {
            var known = Known(data, rule);
            for (var i = 0; i < data.Passages.Count; i++)
            {
                if (data.Mentions[i].Count == 0 || data.Passages[i].CellAt(data.Passages[i].Content.Length - 1) is not { } cell || cell.Table != rule.Sheet
                    || known.GetValueOrDefault(rule.Join is null ? "" : cell.Row) is not { } indicators)
                {
                    continue;
                }

                foreach (var mention in data.Mentions[i].Where(mention => mention is { Kind: MentionKind.Count or MentionKind.Percent or MentionKind.Amount, Approximate: false }))
                {
                    if (Differs(indicators, mention) is { } finding)
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    private static Dictionary<string, List<Indicator>> Known(TextData data, MentionIndicators rule)
    {
        var known = new Dictionary<string, List<Indicator>>(StringComparer.Ordinal);
        foreach (var record in data.Facts.Records(rule.Records))
        {
            var about = rule.Join is null ? "" : record.Values.GetValueOrDefault(rule.Join)?.Text ?? "";
            var name = record.Values.GetValueOrDefault(rule.Name)?.Text ?? "";
            var stem = Stem(name);
            var values = rule.Values.Select(field => record.Values.GetValueOrDefault(field)).Where(value => value?.Text is not null).ToList();
            var numbers = values.SelectMany(value => Read(value!.Text!)).Where(number => !MentionText.IsChange(number)).ToList();
            if (stem.Length < ShortestStem || numbers.Count == 0)
            {
                continue;
            }

            if (!known.TryGetValue(about, out var indicators))
            {
                known.Add(about, indicators = []);
            }

            indicators.Add(new Indicator(name, stem, numbers, values[0]!.Place));
        }

        return known;
    }

    private static Finding? Differs(List<Indicator> indicators, NumberMention mention)
    {
        foreach (var indicator in indicators)
        {
            // 矛盾纠纷化解率达99.77%, 8个系统软硬件更新.
            if (!IsBeside(indicator, mention) || MentionText.IsChange(mention))
            {
                continue;
            }

            var alike = indicator.Numbers.Where(number => number.Kind == mention.Kind && number.Unit == mention.Unit).ToList();
            if (alike.Count > 0 && !alike.Exists(number => number.Value == mention.Value))
            {
                return MentionFindings.Differs(
                    Severity.Warning, "TXT-07", $"指标“{indicator.Name}”的完成值是{alike[0].Written}，文字写的是{mention.Written}，请核对后改正一处",
                    mention, alike[0].Value, [indicator.Place]);
            }

            return null;
        }

        return null;
    }

    private static bool IsBeside(Indicator indicator, NumberMention mention)
    {
        var clause = mention.Clause;
        return MentionText.EndsWith(clause, indicator.Name) || MentionText.EndsWith(clause, indicator.Stem)
            || mention.After.StartsWith(indicator.Stem, StringComparison.Ordinal);
    }

    private static string Stem(string name)
    {
        foreach (var ending in Endings)
        {
            if (name.Length - ending.Length >= ShortestStem && name.EndsWith(ending, StringComparison.Ordinal))
            {
                return name[..^ending.Length];
            }
        }

        return name;
    }

    private static IReadOnlyList<NumberMention> Read(string text) =>
        MentionReader.Read(new Passage(text, [], new Paragraph([]), PassageKind.Cell));

    private sealed record Indicator(string Name, string Stem, IReadOnlyList<NumberMention> Numbers, Place? Place);
}
