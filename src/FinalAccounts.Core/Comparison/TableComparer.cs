using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>Compares the rows of two tables with the same columns: rows by their key in the accounts, else by what they say; then cell by cell.</summary>
internal static class TableComparer
{
    // Likelier than any text: the accounts' own name of the row.
    private const double SameKey = 1.5;

    private const double Reworded = 0.3;

    /// <summary>Whether rows of the one can stand among rows of the other.</summary>
    public static bool SameColumns(Table before, Table after) =>
        before.Columns.Count == after.Columns.Count && before.Kind == after.Kind;

    /// <summary>Header rows and body rows of both, in order.</summary>
    public static IReadOnlyList<RowChange> Rows(Table before, Table after, CancellationToken cancellation) =>
    [
        .. Compare(GridRows(before), GridRows(after), before.HeaderRows.Count, after.HeaderRows.Count, cancellation),
    ];

    /// <summary>Mark, owner and unit.</summary>
    public static IReadOnlyList<TextLine> Frame(Table before, Table after) =>
    [
        TextDifference.Of(before.Frame?.Mark ?? "", after.Frame?.Mark ?? ""),
        TextDifference.Of(before.Frame?.Owner ?? "", after.Frame?.Owner ?? ""),
        TextDifference.Of(before.Frame?.Unit ?? "", after.Frame?.Unit ?? ""),
    ];

    private static IEnumerable<RowChange> Compare(
        List<GridRow> before, List<GridRow> after, int earlierHeaders, int laterHeaders, CancellationToken cancellation) =>
        Aligned(true, before[..earlierHeaders], after[..laterHeaders], cancellation)
            .Concat(Aligned(false, before[earlierHeaders..], after[laterHeaders..], cancellation));

    private static IEnumerable<RowChange> Aligned(bool header, List<GridRow> before, List<GridRow> after, CancellationToken cancellation)
    {
        var old = before.Select(row => new ComparedRow(row)).ToList();
        var current = after.Select(row => new ComparedRow(row)).ToList();
        foreach (var (i, j) in Alignment.Of(old.Count, current.Count, (i, j) => Likeness(old[i], current[j]), cancellation))
        {
            if (i < 0 || j < 0)
            {
                yield return new RowChange(header, i < 0 ? null : before[i], j < 0 ? null : after[j], []);
                continue;
            }

            yield return new RowChange(
                header, before[i], after[j], [.. before[i].Cells.Zip(after[j].Cells, (a, b) => TextDifference.Of(Text(before[i], a), Text(after[j], b)))]);
        }
    }

    private static double Likeness(ComparedRow before, ComparedRow after)
    {
        if (before.Shape != after.Shape)
        {
            return 0;
        }

        if (before.Key == after.Key && before.Text == after.Text)
        {
            return Alignment.Same;
        }

        var likeness = before.Likeness.To(after.Likeness);
        return before.Key is not null && before.Key == after.Key ? SameKey + (likeness / 4)
            : before.Key is not null && after.Key is not null && likeness < 1 ? 0
            : likeness >= Reworded ? likeness : 0;
    }

    // A cell that goes on from the row above has no text of its own here.
    private static string Text(GridRow row, PlacedCell cell) => cell.Row == row.Index ? DocumentText.Of(cell.Cell.Inlines) : "";

    private static List<GridRow> GridRows(Table table)
    {
        var rows = table.HeaderRows.Concat(table.Rows).ToList();
        var header = TableGrid.Place(table.HeaderRows, table.Columns.Count);
        var body = TableGrid.Place(table.Rows, table.Columns.Count);
        var cells = header.Cells.Concat(body.Cells.Select(cell => cell with { Row = cell.Row + table.HeaderRows.Count })).ToList();
        var covering = rows.Select(_ => new List<PlacedCell>()).ToList();
        foreach (var cell in cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.Cell.RowSpan; row++)
            {
                covering[row].Add(cell);
            }
        }

        return [.. rows.Select((row, index) => new GridRow(index, row, [.. covering[index].OrderBy(cell => cell.Column)]))];
    }

    private sealed class ComparedRow(GridRow row)
    {
        public string? Key => row.Row.Key;

        public string Shape { get; } = string.Join(' ', row.Cells.Select(cell => $"{cell.Column}+{cell.Cell.ColumnSpan}"));

        public string Text { get; } = string.Join('\t', row.Cells.Select(cell => TableComparer.Text(row, cell)));

        public TextLikeness Likeness => field ??= TextLikeness.Of(Text);
    }
}
