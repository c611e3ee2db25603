using FinalAccounts.Accounts;
using FinalAccounts.Documents;

namespace FinalAccounts.Assembly;

/// <summary>The figures of a table as cells; a blank stays blank, and so does a zero unless the set prints zeros.</summary>
internal sealed class AccountsCells(AccountsTable table, bool printZero)
{
    /// <summary>The cell of a row and column.</summary>
    public TableCell Value(string row, string column)
    {
        var cell = table.Cell(row, column);
        if (cell.Value is not { } yuan || (yuan == 0m && !printZero))
        {
            return Cells.Blank();
        }

        var origin = new OriginCell(table.Key, row, column, yuan, cell.Place);
        return Cells.Of([PrintedFigure.TenThousandYuan(yuan, new Origin(origin.ToString(), null, yuan, [origin]))]);
    }
}
