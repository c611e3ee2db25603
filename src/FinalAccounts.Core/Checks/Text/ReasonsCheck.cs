using FinalAccounts.Accounts;

namespace FinalAccounts.Checks.Text;

/// <summary>Words that were copied: one reason for every figure (TXT-12), a use that names subjects which the tables do not have there (TXT-13).</summary>
internal static class ReasonsCheck
{
    private const int Several = 3;
    private const int Named = 6;
    private const string Affairs = "事务";

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data) => Reasons(data.Facts).Concat(Uses(data.Book.Accounts));

    private static IEnumerable<Finding> Reasons(Facts facts)
    {
        var reasons = facts.Records("原因说明").Select(record => (Item: record.Values.GetValueOrDefault("事项")?.Text, Reason: record.Values.GetValueOrDefault("原因")));
        foreach (var same in reasons.Where(reason => reason.Reason?.Text is not null).GroupBy(reason => reason.Reason!.Text!).Where(group => group.Count() >= Several))
        {
            yield return new Finding(
                Severity.Warning, "TXT-12", $"{Names([.. same.Select(reason => reason.Item)])}的原因完全相同，请按各项的实际情况分别说明",
                [.. same.Select(reason => reason.Reason!.Place).OfType<Place>()]);
        }
    }

    // The places name them all.
    private static string Names(IReadOnlyList<string?> items) =>
        string.Join('、', items.Take(Named)) + (items.Count > Named ? $"等{items.Count}项" : "");

    private static IEnumerable<Finding> Uses(DepartmentAccounts accounts)
    {
        if (accounts.Tables.GetValueOrDefault("表05") is not { } table)
        {
            yield break;
        }

        foreach (var record in accounts.Facts.Records("支出用途"))
        {
            if (record.Values.GetValueOrDefault("科目编码")?.Text is not { Length: 3 } code || record.Values.GetValueOrDefault("用途") is not { Text: { } use } value)
            {
                continue;
            }

            var below = table.Rows.Where(row => row.Code?.StartsWith(code, StringComparison.Ordinal) == true).ToList();
            foreach (var named in use.Split('、', '，', '；', '和').Where(part => part.Contains(Affairs, StringComparison.Ordinal)))
            {
                var name = named[..(named.LastIndexOf(Affairs, StringComparison.Ordinal) + Affairs.Length)].Trim();
                if (name.Length > Affairs.Length + 1 && below.Count > 0
                    && !below.Exists(row => row.Name.Contains(name, StringComparison.Ordinal) || (row.Name.Length > Affairs.Length + 1 && name.Contains(row.Name, StringComparison.Ordinal))))
                {
                    yield return new Finding(
                        Severity.Warning, "TXT-13", $"{below[0].Name}的用途写了“{name}”，公开05表这一类下没有这个科目，请核对",
                        [.. ((Place?[])[value.Place, below[0].Cells.Values.FirstOrDefault()?.Place]).OfType<Place>()]);
                }
            }
        }
    }
}
