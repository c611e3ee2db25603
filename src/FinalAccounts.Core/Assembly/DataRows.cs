using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>The body of a table whose rows come from the data: subjects or a list in its order with 合计 where the form has it, or the one row of 表09.</summary>
internal sealed class DataRows(TableLayout layout, AccountsTable table, AccountsCells cells)
{
    private const string Total = "合计";

    /// <summary>The rows; an empty table still prints a row without figures.</summary>
    public IReadOnlyList<TableRow> Rows()
    {
        var number = 0;
        return table.Rows.Count == 0 ? [Row(new AccountsRow(Total, layout.Kind == RowKind.List && !layout.TotalNeeded ? "" : Total, new Dictionary<string, AccountsCell>()), 0)]
            : [.. table.Rows.OrderBy(row => IsTotal(row) == layout.TotalLast).Select(row => Row(row, IsTotal(row) ? 0 : ++number))];
    }

    private bool IsTotal(AccountsRow row) => layout.Kind switch
    {
        RowKind.Subjects => row.Code is null,
        RowKind.List => row.Key == Total && row.Name.Length > 0,
        _ => false,
    };

    private TableRow Row(AccountsRow row, int number)
    {
        var total = IsTotal(row);
        return new TableRow([.. RowCells(row, total, number)]) { Key = row.Key, Total = total };
    }

    private IEnumerable<TableCell> RowCells(AccountsRow row, bool total, int number)
    {
        var across = 0;
        foreach (var column in layout.Blocks.SelectMany(block => block.Columns))
        {
            if (total && layout.TotalAcross && column.Role is ColumnRole.Code or ColumnRole.Line)
            {
                across += column.Span;
                continue;
            }

            yield return Cell(row, column, total, number) with { ColumnSpan = column.Span + across };
            across = 0;
        }
    }

    private TableCell Cell(AccountsRow row, LayoutColumn column, bool total, int number) => column.Role switch
    {
        ColumnRole.Line when layout.Kind == RowKind.List && number > 0 => Cells.Of([new Text($"{number}")]),
        ColumnRole.Value or ColumnRole.Text => cells.Value(row.Key, column.Key),
        ColumnRole.Code when row.Code is { } code => Cells.Of([new Text(code)]),
        ColumnRole.Name when total => Cells.Of([new Strong([new Text(row.Key == Total ? "合　计" : row.Name)])], align: CellAlign.Center),
        ColumnRole.Name => Name(row),
        _ => Cells.Blank(),
    };

    // 类, 款 and 项 have codes of 3, 5 and 7 digits.
    private static TableCell Name(AccountsRow row) => row.Code?.Length switch
    {
        3 => Cells.Of([new Strong([new Text(row.Name)])]),
        5 => Cells.Of([new Text(row.Name)]) with { Indent = 1 },
        7 => Cells.Of([new Text(row.Name)]) with { Indent = 2 },
        _ => Cells.Of([new Text(row.Name)]),
    };
}
