using FinalAccounts.Accounts;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples.Tables;

/// <summary>Makes cells as a unit prints them: zero is left blank, 万元 are rounded cell by cell.</summary>
internal sealed class CellMaker(MoneyUnit unit)
{
    /// <summary>The unit of all tables.</summary>
    public MoneyUnit Unit => unit;

    /// <summary>The cells of a row; a column is known by its key or by another name of it.</summary>
    /// <param name="total">Whether a zero is printed in the row's first column and in its sum of the year (小计).</param>
    public Dictionary<string, AccountsCell> Cells(
        IEnumerable<LayoutColumn> columns, Func<string, decimal?> amount, bool total = false)
    {
        var cells = new Dictionary<string, AccountsCell>();
        foreach (var column in columns)
        {
            var found = column.Aliases.Prepend(column.Key).Select(amount).FirstOrDefault(one => one is not null) ?? 0;
            if (found != 0 || (total && (cells.Count == 0 || column.Key == "小计")))
            {
                cells[column.Key] = new AccountsCell(Rounded(found), null);
            }
        }

        return cells;
    }

    /// <summary>Money as the unit's tables print it.</summary>
    public decimal Rounded(decimal amount) =>
        unit == MoneyUnit.Yuan ? amount : AmountFormat.Rounded(amount) * AmountFormat.YuanPerUnit;
}
