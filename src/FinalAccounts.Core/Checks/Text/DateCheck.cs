using FinalAccounts.Accounts;
using FinalAccounts.Formatting;

namespace FinalAccounts.Checks.Text;

/// <summary>Dates and years that cannot be of this disclosure: a form filled before the year was over (TXT-08), a title of another year (TXT-09).</summary>
internal static class DateCheck
{
    // Plans are made for these years.
    private static readonly int[] Horizons = [2025, 2027, 2030, 2035, 2049, 2050, 2060];

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data) => Dates(data).Concat(Years(data));

    private static IEnumerable<Finding> Dates(TextData data)
    {
        var year = data.Book.Accounts.FiscalYear;
        var end = new DateOnly(year, 12, 31);
        var published = data.Facts.Field(KnownFacts.Basics, KnownFacts.PublishedOn) is { Date: { } stated } printed ? Last(stated, printed.Exactness) : (DateOnly?)null;
        foreach (var path in data.Rules.Dates)
        {
            foreach (var value in data.Facts.Records(path.Sheet).Select(record => record.Values.GetValueOrDefault(path.Field)))
            {
                // A month or a year says only what its last day does not contradict.
                if (value?.Date is not { } date || (Last(date, value.Exactness) > end && !(date > published)))
                {
                    continue;
                }

                var wrong = Last(date, value.Exactness) <= end ? $"早于{year}年度结束" : $"晚于公开日期{ChineseText.Date(published!.Value)}";
                yield return new Finding(
                    Severity.Error, "TXT-08", $"{path.Sheet}的{path.Field}{ChineseText.Date(date, value.Exactness)}{wrong}，年份或日期可能写错，请改正",
                    value.Place is { } place ? [place] : [])
                {
                    Expected = $"{year + 1}年",
                    Actual = ChineseText.Date(date, value.Exactness),
                };
            }
        }
    }

    private static DateOnly Last(DateOnly date, DateExactness exactness) => exactness switch
    {
        DateExactness.Year => date.AddYears(1).AddDays(-1),
        DateExactness.Month => date.AddMonths(1).AddDays(-1),
        _ => date,
    };

    private static IEnumerable<Finding> Years(TextData data)
    {
        var year = data.Book.Accounts.FiscalYear;
        for (var i = 0; i < data.Passages.Count; i++)
        {
            var passage = data.Passages[i];
            foreach (var mention in data.Mentions[i].Where(mention => mention.Kind == MentionKind.Year))
            {
                var named = (int)mention.Number;
                var titled = passage.Kind == PassageKind.Heading && named != year && passage.Content.AsSpan(mention.End).StartsWith("度", StringComparison.Ordinal);
                if (titled || named < 1900 || (named > year + 3 && !Horizons.Contains(named)))
                {
                    yield return new Finding(
                        Severity.Warning, "TXT-09",
                        titled ? $"标题“{passage.Content}”写的是{named}年度，本文档是{year}年度，请改正" : $"“{Around(mention)}”里的{named}年不像是对的，请核对",
                        mention.Place is { } place ? [place] : [])
                    {
                        Expected = titled ? $"{year}年" : null,
                        Actual = $"{named}年",
                    };
                }
            }
        }
    }

    private static string Around(NumberMention mention) =>
        mention.Passage.Content[Math.Max(0, mention.Start - 8)..Math.Min(mention.Passage.Content.Length, mention.End + 8)];
}
