using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>The header rows of a published table: the layout's cells, then 栏次 with the column numbers.</summary>
internal static class TableHeader
{
    private static readonly string[] Levels = ["类", "款", "项"];

    /// <summary>The rows.</summary>
    public static IReadOnlyList<TableRow> Rows(TableLayout layout, Func<string, string> fill)
    {
        var rows = layout.Header
            .Select(row => new TableRow([.. row.Select(cell => Cells.Label(fill(cell.Text), cell.Columns, cell.Rows))]))
            .ToList();
        if (layout.ColumnNumbers)
        {
            rows.Add(new TableRow(NumberRow(layout, rows)));
        }

        return rows;
    }

    private static List<TableCell> NumberRow(TableLayout layout, List<TableRow> above)
    {
        var columns = layout.Blocks.SelectMany(block => block.Columns).ToList();
        var covered = Covered(above, columns.Sum(column => column.Span));
        var cells = new List<TableCell>();
        var physical = 0;
        var number = 1;
        foreach (var column in columns)
        {
            foreach (var text in NumberTexts(column, ref number))
            {
                if (!covered[physical++])
                {
                    cells.Add(Cells.Label(text));
                }
            }
        }

        return cells;
    }

    private static IEnumerable<string> NumberTexts(LayoutColumn column, ref int number) => column.Role switch
    {
        ColumnRole.Value => [$"{number++}", .. Enumerable.Repeat("", column.Span - 1)],
        ColumnRole.Name => ["栏　次", .. Enumerable.Repeat("", column.Span - 1)],
        ColumnRole.Code when column.Span == Levels.Length => Levels,
        _ => Enumerable.Repeat("", column.Span),
    };

    private static bool[] Covered(List<TableRow> above, int columns)
    {
        var covered = new bool[columns];
        foreach (var placed in TableGrid.Place([.. above, new TableRow([])], columns).Cells.Where(cell => cell.Row + cell.Cell.RowSpan > above.Count))
        {
            Array.Fill(covered, true, placed.Column, placed.Cell.ColumnSpan);
        }

        return covered;
    }
}
