using FinalAccounts.Accounts;

namespace FinalAccounts.Formulas;

/// <summary>The subjects of one imported table by level and by the subject above them.</summary>
internal sealed class SubjectIndex
{
    private readonly Dictionary<SubjectLevel, List<AccountsRow>> byLevel = [];
    private readonly Dictionary<(string Above, SubjectLevel Level), List<AccountsRow>> below = [];

    public SubjectIndex(AccountsTable table)
    {
        foreach (var row in table.Rows)
        {
            if (CodeOf(row) is not { } code || SubjectCode.Level(code) is not { } level)
            {
                continue;
            }

            Add(byLevel, level, row);
            for (var above = SubjectCode.Parent(code); above is not null; above = SubjectCode.Parent(above))
            {
                Add(below, (above, level), row);
            }
        }
    }

    /// <summary>The subject code of a row; null for sums.</summary>
    public static string? CodeOf(AccountsRow row) => row.Code ?? (SubjectCode.Level(row.Key) is null ? null : row.Key);

    /// <summary>The subjects of a level in the table's order.</summary>
    public IReadOnlyList<AccountsRow> Level(SubjectLevel level) => byLevel.GetValueOrDefault(level) ?? [];

    /// <summary>The subjects of a level below a subject, in the table's order.</summary>
    public IReadOnlyList<AccountsRow> Below(string code, SubjectLevel level) => below.GetValueOrDefault((code, level)) ?? [];

    private static void Add<TKey>(Dictionary<TKey, List<AccountsRow>> index, TKey key, AccountsRow row) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var rows))
        {
            index[key] = rows = [];
        }

        rows.Add(row);
    }
}
