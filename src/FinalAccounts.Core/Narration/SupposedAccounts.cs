using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration;

/// <summary>A unit's accounts as they might have been, to see how a template words it. All money is changed alike, so that sums stay sums. Never stored, never published.</summary>
public static class SupposedAccounts
{
    /// <summary>With last year's accounts that are this year's, all money times the share: 1 is no change.</summary>
    public static DepartmentAccounts WithPrior(DepartmentAccounts accounts, TemplateSet set, decimal share)
    {
        var compared = accounts with { Prior = null, Facts = Without(Without(accounts.Facts, PriorFigures.Sheet), KnownFacts.Basics, KnownFacts.FoundedOn) };
        return compared with { Prior = Times(compared, set, share) with { FiscalYear = accounts.FiscalYear - 1 } };
    }

    /// <summary>Founded in the year itself: there is nothing to compare with.</summary>
    public static DepartmentAccounts Founded(DepartmentAccounts accounts)
    {
        var founded = new FactValue(null) { Date = new DateOnly(accounts.FiscalYear, 1, 1), Exactness = DateExactness.Day };
        var facts = Without(accounts.Facts, PriorFigures.Sheet);
        return accounts with
        {
            Prior = null,
            Facts = With(facts, KnownFacts.Basics, record => record with { Values = new Dictionary<string, FactValue>(record.Values) { [KnownFacts.FoundedOn] = founded } }),
        };
    }

    /// <summary>Nothing came in and nothing was spent; last year is as it was.</summary>
    public static DepartmentAccounts Nothing(DepartmentAccounts accounts, TemplateSet set)
    {
        var nothing = Times(accounts with { Prior = null }, set, 0);
        return nothing with
        {
            Prior = accounts.Prior,
            Facts = new Facts(nothing.Facts.Sheets.ToDictionary(sheet => sheet.Key, sheet => sheet.Key == PriorFigures.Sheet ? accounts.Facts.Sheets[sheet.Key] : sheet.Value, StringComparer.Ordinal)),
        };
    }

    private static DepartmentAccounts Times(DepartmentAccounts accounts, TemplateSet set, decimal factor) => accounts with
    {
        Tables = accounts.Tables.ToDictionary(table => table.Key, table => Times(table.Value, set.Tables.FirstOrDefault(layout => layout.Key == table.Key), factor), StringComparer.Ordinal),
        Facts = Times(accounts.Facts, set.Facts, factor),
        Prior = accounts.Prior is { } prior ? Times(prior, set, factor) : null,
    };

    /// <summary>All money times the power of ten that makes the largest amount at least so large.</summary>
    public static DepartmentAccounts AtLeast(DepartmentAccounts accounts, TemplateSet set, decimal amount)
    {
        var largest = accounts.Tables.Values.SelectMany(table => table.Rows).SelectMany(row => row.Cells.Values).Max(cell => Math.Abs(cell.Value ?? 0));
        var factor = 1m;
        while (largest > 0 && largest * factor < amount)
        {
            factor *= 10;
        }

        return Times(accounts, set, factor);
    }

    // With zero, counts and other figures of the tables are zero as well.
    private static AccountsTable Times(AccountsTable table, TableLayout? layout, decimal factor) => table with
    {
        Rows = [.. table.Rows.Select(row => row with
        {
            Cells = row.Cells.ToDictionary(
                cell => cell.Key,
                cell => factor == 0 || (layout?.FormOf(row.Key, cell.Key)?.Kind ?? CellKind.Money) == CellKind.Money ? cell.Value with { Value = Times(cell.Value.Value, factor) } : cell.Value,
                StringComparer.Ordinal),
        })],
    };

    private static Facts Times(Facts facts, FactsSchema schema, decimal factor) => new(facts.Sheets.ToDictionary(
        sheet => sheet.Key,
        sheet => sheet.Value with
        {
            Records = [.. sheet.Value.Records.Select(record => record with
            {
                Values = record.Values.ToDictionary(
                    value => value.Key,
                    value => schema.Sheet(sheet.Key)?.Field(value.Key)?.Type == FactType.Money ? value.Value with { Number = Times(value.Value.Number, factor) } : value.Value,
                    StringComparer.Ordinal),
            })],
        },
        StringComparer.Ordinal));

    // To the fen.
    private static decimal? Times(decimal? value, decimal factor) => value is { } number ? Math.Round(number * factor, 2, MidpointRounding.AwayFromZero) : null;

    private static Facts Without(Facts facts, string sheet) =>
        new(facts.Sheets.ToDictionary(pair => pair.Key, pair => pair.Key == sheet ? pair.Value with { Records = [] } : pair.Value, StringComparer.Ordinal));

    private static Facts Without(Facts facts, string sheet, string field) =>
        With(facts, sheet, record => record with { Values = record.Values.Where(value => value.Key != field).ToDictionary(StringComparer.Ordinal) });

    private static Facts With(Facts facts, string sheet, Func<FactRecord, FactRecord> change) =>
        new(facts.Sheets.ToDictionary(pair => pair.Key, pair => pair.Key == sheet ? pair.Value with { Records = [.. pair.Value.Records.Select(change)] } : pair.Value, StringComparer.Ordinal));
}
