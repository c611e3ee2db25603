using FinalAccounts.Accounts;
using FinalAccounts.Documents;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>Accounts with something changed in them, and where.</summary>
/// <param name="Places">The changed cells; a finding that names one of them has found the mistake.</param>
public sealed record Planted(DepartmentAccounts Accounts, IReadOnlyList<Place> Places);

/// <summary>Changes single cells, rows and facts of accounts.</summary>
internal static class Edits
{
    /// <summary>Another figure in a cell.</summary>
    public static Planted Cell(DepartmentAccounts accounts, string table, string row, string column, decimal? value)
    {
        var cell = accounts.Tables[table].Cell(row, column);
        var edited = Rows(accounts, table, rows => rows.Select(one => one.Key == row ? With(one, column, cell with { Value = value }) : one));
        return new Planted(edited, [cell.Place!]);
    }

    /// <summary>Other rows in a table.</summary>
    public static DepartmentAccounts Rows(DepartmentAccounts accounts, string table, Func<IReadOnlyList<AccountsRow>, IEnumerable<AccountsRow>> change) =>
        accounts with
        {
            Tables = new Dictionary<string, AccountsTable>(accounts.Tables)
            {
                [table] = accounts.Tables[table] with { Rows = change(accounts.Tables[table].Rows).ToList() },
            },
        };

    /// <summary>Another value of a fact; null takes it out.</summary>
    public static Planted Fact(DepartmentAccounts accounts, string sheet, int record, string field, FactValue? value)
    {
        var old = accounts.Facts.Records(sheet)[record].Values.GetValueOrDefault(field);
        var edited = Records(accounts, sheet, records => records.Select((one, i) => i != record ? one : new FactRecord(
            one.Values.Where(pair => pair.Key != field).Concat(value is null ? [] : [KeyValuePair.Create(field, value)]).ToDictionary())));
        return new Planted(edited, [(old?.Place ?? value?.Place)!]);
    }

    /// <summary>Other records in a sheet of facts.</summary>
    public static DepartmentAccounts Records(DepartmentAccounts accounts, string sheet, Func<IReadOnlyList<FactRecord>, IEnumerable<FactRecord>> change) =>
        accounts with
        {
            Facts = new Facts(new Dictionary<string, FactSheet>(accounts.Facts.Sheets)
            {
                [sheet] = new FactSheet(sheet, change(accounts.Facts.Records(sheet)).ToList()),
            }),
        };

    private static AccountsRow With(AccountsRow row, string column, AccountsCell cell) =>
        row with { Cells = new Dictionary<string, AccountsCell>(row.Cells) { [column] = cell } };
}
