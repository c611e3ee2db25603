using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples.Tables;

/// <summary>A table whose rows the layout lists: each row is known by its key, label or another name.</summary>
internal sealed class FixedTable(TableLayout layout, CellMaker cells)
{
    /// <summary>The table.</summary>
    /// <param name="amount">By the row's and the column's name; null when nothing is known by that name. The only column of a block is asked for as "".</param>
    public AccountsTable Of(Func<string, string, decimal?> amount)
    {
        var rows = new List<AccountsRow>();
        foreach (var block in layout.Blocks)
        {
            var columns = block.ValueColumns.ToList();
            foreach (var row in block.Rows.Where(row => row is { Key: not null, Optional: false }))
            {
                var made = cells.Cells(
                    columns,
                    column => Names(row).Select(name => amount(name, columns.Count == 1 ? "" : column)).FirstOrDefault(found => found is not null),
                    row.Total);
                rows.Add(new AccountsRow(row.Key!, row.Label, made) { Code = row.Code });
            }
        }

        return new AccountsTable(layout.Key, cells.Unit, rows);
    }

    // 一、一般公共服务支出 is 一般公共服务支出.
    private static IEnumerable<string> Names(LayoutRow row) =>
        row.Aliases.Prepend(row.Label).Select(name => name[(name.IndexOf('、', StringComparison.Ordinal) + 1)..]).Prepend(row.Key!);
}
