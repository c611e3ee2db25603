using FinalAccounts.Accounts;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>The cells of a table as printed; a blank stays blank, and so does a zero unless the table prints zeros; a total of nothing is printed.</summary>
internal sealed class AccountsCells(TableLayout layout, AccountsTable table, bool printZero, AmountFormat amounts)
{
    private const string Total = "合计";

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

        if (cell.Value is not { } value || (value == 0m && !printZero && !IsNilTotal(row)))
        {
            return Cells.Blank();
        }

        return Cells.Of([PrintedFigure.Of(value, form, amounts, new Origin(origin.ToString(), null, value, [origin]))]);
    }

    // A total of nothing is said: a blank one would read as not known.
    private bool IsNilTotal(string row) =>
        layout.Kind == RowKind.Subjects && row == Total && table.Row(row)?.Cells.Values.All(cell => cell.Value is null or 0m) == true;
}
