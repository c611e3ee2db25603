using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>The cells of a table as printed; a blank stays blank, and so does a zero unless the table prints zeros.</summary>
internal sealed class AccountsCells(TableLayout layout, AccountsTable table, bool printZero, AmountFormat amounts)
{
    /// <summary>The cell of a row and column.</summary>
    public TableCell Value(string row, string column)
    {
        var cell = table.Cell(row, column);
        var form = layout.FormOf(row, column) ?? CellForm.Money;
        var origin = new OriginCell(table.Key, row, column, cell.Value, cell.Place);
        if (cell.Text is { } text)
        {
            return Cells.Of(Cells.Lines(text, new Origin(origin.ToString(), null, null, [origin])), align: form.IsFigure ? CellAlign.Center : null);
        }

        if (cell.Value is not { } value || (value == 0m && !printZero))
        {
            return Cells.Blank();
        }

        return Cells.Of([PrintedFigure.Of(value, form, amounts, new Origin(origin.ToString(), null, value, [origin]))]);
    }
}
