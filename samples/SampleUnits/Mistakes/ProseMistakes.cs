using FinalAccounts.Accounts;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>Mistakes in what offices write, and in the form of the document.</summary>
internal static class ProseMistakes
{
    /// <summary>The kinds.</summary>
    public static IEnumerable<MistakeKind> All() =>
    [
        new("文字", "错误值 #REF!", (accounts, seed) => Value(accounts, "项目自评表", "总分", seed, value => value with { Number = null, Error = "#REF!" })),
    ];

    private static Planted? Value(DepartmentAccounts accounts, string sheet, string field, int seed, Func<FactValue, FactValue?> change)
    {
        var places = accounts.Facts.Records(sheet).Select((record, i) => (i, Value: record.Values.GetValueOrDefault(field)))
            .Where(one => one.Value?.Place is not null && change(one.Value) is { } changed && changed != one.Value).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var (at, value) = new Dice(seed).One(places);
        return Edits.Fact(accounts, sheet, at, field, change(value!));
    }
}
