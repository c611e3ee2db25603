using System.Globalization;
using FinalAccounts.Documents;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>Mistakes in the printed tables of a finished document.</summary>
internal static class PrintedTableMistakes
{
    /// <summary>The kinds.</summary>
    public static IEnumerable<DocumentMistake> All() =>
    [
        Cell("合计错一位", row => row.Total, (value, dice) => Slips.Digit(value, 1m, dice)),
        Cell("表里一格错一位", row => !row.Total, (value, dice) => Slips.Digit(value, 1m, dice)),
        Cell("表里一格两位颠倒", row => !row.Total, (value, _) => Slips.Transposed(value, 1m)),
        Cell("表里一格填成元", row => !row.Total, (value, _) => value * 10_000),
        Cell("表里一格正负号相反", row => !row.Total, (value, _) => -value),
    ];

    private static DocumentMistake Cell(string name, Func<TableRow, bool> rows, Func<decimal, Dice, decimal?> change) => new(name, (document, seed) =>
    {
        var dice = new Dice(seed);
        var cells = document.Blocks.OfType<Table>().Where(table => table.Kind == TableKind.Accounts)
            .SelectMany(table => table.Rows.Where(rows).SelectMany(row => row.Cells.Select(cell => (Table: table, Row: row, Cell: cell))))
            .Where(one => one.Cell.Inlines is [Figure { Value: > 20 or < -20 }]).ToList();
        if (cells.Count == 0)
        {
            return null;
        }

        var (table, row, cell) = dice.One(cells);
        var figure = (Figure)cell.Inlines[0];
        if (change(figure.Value, dice) is not { } value || value == figure.Value)
        {
            return null;
        }

        var text = value.ToString("#,##0.00", CultureInfo.InvariantCulture);
        var changed = row with { Cells = [.. row.Cells.Select(one => ReferenceEquals(one, cell) ? cell with { Inlines = DocumentEdits.Typed(text) } : one)] };
        return new PlantedText(DocumentEdits.With(document, table, table with { Rows = [.. table.Rows.Select(one => ReferenceEquals(one, row) ? changed : one)] }), text);
    });
}
