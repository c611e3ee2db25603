namespace FinalAccounts.Rendering.Layout;

/// <summary>Parts of tables: some of the rows or some of the columns, with every label that spans the cut said again.</summary>
internal static class TableSlice
{
    // Longer words are no label, and are said once.
    private const int LongestLabel = 40;

    /// <summary>The rows from one to before another of a body.</summary>
    /// <param name="head">A row further up that heads them and is said again; null for none.</param>
    public static IReadOnlyList<TableRow> Rows(IReadOnlyList<TableRow> rows, TableGrid body, int from, int to, int? head)
    {
        var slice = Enumerable.Range(from, to - from).Select(row => rows[row] with { Cells = [.. Own(body, row, to)] }).ToList();
        var spanning = body.Tall.Where(placed => placed.Row < from && End(placed) > from).ToList();
        var top = head ?? from;
        var before = spanning.Where(placed => head is not null && placed.Row <= top).ToList();
        slice[0] = slice[0] with { Cells = Merged(body, from, to, [.. spanning.Except(before)]) };
        if (head is { } above)
        {
            var cells = body.In(above).Where(placed => placed.Cell.RowSpan == 1).Select(placed => (placed.Column, placed.Cell))
                .Concat(before.Select(placed => (placed.Column, Again(placed.Cell, Math.Min(End(placed), to) - from + 1))));
            slice.Insert(0, rows[above] with { Cells = [.. cells.OrderBy(cell => cell.Column).Select(cell => cell.Item2)], Key = null });
        }

        return slice;
    }

    /// <summary>The table with some of its columns, in their order.</summary>
    public static Table Columns(Table table, IReadOnlyList<int> columns) => table with
    {
        Columns = [.. columns.Select(column => table.Columns[column])],
        HeaderRows = Columns(table.HeaderRows, table.Columns.Count, columns),
        Rows = Columns(table.Rows, table.Columns.Count, columns),
    };

    private static IReadOnlyList<TableRow> Columns(IReadOnlyList<TableRow> rows, int count, IReadOnlyList<int> columns)
    {
        var cells = TableGrid.Place(rows, count).Cells.ToLookup(placed => placed.Row);
        return [.. rows.Select((row, index) => row with
        {
            Cells = [.. cells[index].OrderBy(placed => placed.Column)
                .Select(placed => placed.Cell with { ColumnSpan = columns.Count(column => placed.Column <= column && column < placed.Column + placed.Cell.ColumnSpan) })
                .Where(cell => cell.ColumnSpan > 0)],
        })];
    }

    private static IEnumerable<TableCell> Own(TableGrid body, int row, int to) =>
        body.In(row).Select(placed => placed.Cell with { RowSpan = Math.Min(End(placed), to) - row });

    // The cells of the first row, with those that come over from the part before.
    private static IReadOnlyList<TableCell> Merged(TableGrid body, int from, int to, IReadOnlyList<PlacedCell> spanning) =>
        [.. body.In(from).Select(placed => (placed.Column, Cell: placed.Cell with { RowSpan = Math.Min(End(placed), to) - from }))
            .Concat(spanning.Select(placed => (placed.Column, Cell: Again(placed.Cell, Math.Min(End(placed), to) - from))))
            .OrderBy(cell => cell.Column).Select(cell => cell.Cell)];

    private static int End(PlacedCell placed) => placed.Row + placed.Cell.RowSpan;

    private static TableCell Again(TableCell cell, int rows) => cell with
    {
        RowSpan = rows,
        Inlines = cell.Header || DocumentText.Of(cell.Inlines).Length <= LongestLabel ? cell.Inlines : [],
    };
}
