namespace FinalAccounts.Rendering.Layout;

/// <summary>What dividing a table needs to know of it, whatever its setting: its grids, the rows that head others, and what it costs to begin a page with a row.</summary>
internal sealed class TableShape
{
    // Labels over so few rows stay whole.
    private const int FewRows = 4;
    private const double CostOfSpan = 0.05;

    public TableShape(Table table)
    {
        Table = table;
        Grid = TableGrid.Of(table);
        Body = TableGrid.Place(table.Rows, table.Columns.Count);
        Heads = InnerHeads.Of(Body);
        Costs = CostsOf();
    }

    public Table Table { get; }

    /// <summary>Header rows and body as one.</summary>
    public TableGrid Grid { get; }

    public TableGrid Body { get; }

    /// <summary>For each row of the body the row of the body that heads it; null where none does.</summary>
    public IReadOnlyList<int?> Heads { get; }

    /// <summary>For each row of the body, as <see cref="RowBreaks"/> takes them.</summary>
    public IReadOnlyList<double> Costs { get; }

    private double[] CostsOf()
    {
        var costs = new double[Table.Rows.Count];
        foreach (var placed in Body.Cells.Where(placed => placed.Cell.RowSpan > 1))
        {
            for (var row = placed.Row + 1; row < placed.Row + placed.Cell.RowSpan; row++)
            {
                // A label of two rows would leave one on each page, which no reader takes for one label.
                costs[row] += placed.Cell.RowSpan == 2 && placed.Column > 0 ? double.PositiveInfinity
                    : placed.Cell.RowSpan <= FewRows ? 3 * CostOfSpan : CostOfSpan;
            }
        }

        for (var row = 1; row < costs.Length; row++)
        {
            // A head stays with the row above, which says what it is about, and with its first row; a 类 with its first 款, a sum with what it sums up.
            var isHead = row + 1 < costs.Length && Heads[row + 1] == row;
            var parts = isHead || Heads[row] == row - 1 || RowGroups.Begins(Table.Rows, row - 1) || (Table.Rows[row].Total && row == costs.Length - 1);
            costs[row] = parts ? double.PositiveInfinity : costs[row];
        }

        return costs;
    }
}
