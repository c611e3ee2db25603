using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>The body of a table whose rows come from the data, in its order: 合计 and subjects, or the one row of 表09.</summary>
internal sealed class DataRows(TableLayout layout, AccountsTable table, AccountsCells cells)
{
    private const string Total = "合计";

    /// <summary>The rows; an empty table still prints a row without figures.</summary>
    public IReadOnlyList<TableRow> Rows() => table.Rows.Count == 0
        ? [Row(new AccountsRow(Total, Total, new Dictionary<string, AccountsCell>()))]
        : [.. table.Rows.Select(Row)];

    private TableRow Row(AccountsRow row)
    {
        var total = layout.Kind == RowKind.Subjects && row.Code is null;
        return new TableRow([.. layout.Blocks.SelectMany(block => block.Columns).Select(column => Cell(row, column, total))])
        {
            Key = row.Key,
            Total = total,
        };
    }

    private TableCell Cell(AccountsRow row, LayoutColumn column, bool total)
    {
        var cell = column.Role switch
        {
            ColumnRole.Value => cells.Value(row.Key, column.Key),
            ColumnRole.Code when row.Code is { } code => Cells.Of([new Text(code)]),
            ColumnRole.Name when total => Cells.Of([new Strong([new Text(row.Key == Total ? "合　计" : row.Name)])], align: CellAlign.Center),
            ColumnRole.Name => Cells.Of([new Text(row.Name)]),
            _ => Cells.Blank(),
        };
        return cell with { ColumnSpan = column.Span };
    }
}
