using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>Made-up accounts with a place for every cell and fact, as an import would give them, so that findings can name them.</summary>
public static class PlacedAccounts
{
    /// <summary>The same accounts; blank cells of the layout have places too.</summary>
    public static DepartmentAccounts Of(DepartmentAccounts accounts, TemplateSet set, string year = "") => accounts with
    {
        Tables = accounts.Tables.ToDictionary(pair => pair.Key, pair => Table(pair.Value, set.Table(pair.Key)!, year)),
        Facts = new Facts(accounts.Facts.Sheets.ToDictionary(pair => pair.Key, pair => Sheet(pair.Value, year))),
        Prior = accounts.Prior is { } prior ? Of(prior, set, "上年" + year) : null,
    };

    private static AccountsTable Table(AccountsTable table, TableLayout layout, string year)
    {
        var columns = layout.Blocks
            .SelectMany(block => block.Rows.Select(row => (row.Key, Columns: block.ValueColumns.Select(column => column.Key).ToList())))
            .Where(row => row.Key is not null)
            .ToDictionary(row => row.Key!, row => row.Columns);
        return table with
        {
            Rows = table.Rows.Select(row => row with
            {
                Cells = columns.GetValueOrDefault(row.Key, [.. layout.ValueColumns]).ToDictionary(
                    column => column, column => row.Cell(column) with { Place = new Place($"{year}公开表", table.Key, $"{row.Key}，{column}") }),
            }).ToList(),
        };
    }

    private static FactSheet Sheet(FactSheet sheet, string year) => sheet with
    {
        Records = sheet.Records.Select((record, i) => new FactRecord(record.Values.ToDictionary(
            value => value.Key, value => value.Value with { Place = new Place($"{year}文字资料", sheet.Name, $"{i + 1}，{value.Key}") }))).ToList(),
    };
}
