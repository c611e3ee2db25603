using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Layout;

/// <summary>A table in one setting: the panels of columns that it stands in, and the rows that begin a page.</summary>
internal sealed class TablePlan
{
    private const double FullForm = 0.97;

    private readonly TableShape shape;
    private readonly TableSetting setting;
    private readonly IReadOnlyList<(IReadOnlyList<int> Columns, double[] Widths)> panels;
    private readonly IReadOnlyList<int> starts;

    private TablePlan(
        TableShape shape, TableSetting setting, IReadOnlyList<(IReadOnlyList<int>, double[])> panels, double[] heights, double first, double next, double after)
    {
        (this.shape, this.setting, this.panels) = (shape, setting, panels);
        var header = heights[..shape.Table.HeaderRows.Count].Sum();
        var rows = heights[shape.Table.HeaderRows.Count..];

        // Forms are all text, which other programs and types break a little sooner.
        var full = shape.Heads.Any(head => head is not null) ? FullForm : 1;

        // Heads and labels that are said again take room on every page after the first.
        var again = shape.Heads.Any(head => head is not null) ? shape.Heads.Max(head => head is { } row ? rows[row] : 0) + (2 * setting.Size * RowHeights.LineHeight) : 0;
        starts = new RowBreaks(rows, shape.Costs, (first * full) - header, (next * full) - header - again, after).Starts();
    }

    /// <summary>How many pages the table takes.</summary>
    public int Pages => starts.Count * panels.Count;

    /// <summary>How many rows are higher than a line because a name in them is broken.</summary>
    public int Torn { get; private init; }

    /// <summary>The table in one panel with each room within the cells; none where its columns have not enough room.</summary>
    public static IEnumerable<TablePlan> Of(TableShape shape, double size, IEnumerable<double> insets, double width, double first, double next, double after)
    {
        if (ColumnWidths.Of(shape.Table, shape.Grid, width, size) is not { } widths)
        {
            yield break;
        }

        var heights = new RowHeights(shape.Grid, widths, size);
        var torn = heights.Torn;
        var columns = Enumerable.Range(0, widths.Length).ToList();
        foreach (var inset in insets)
        {
            yield return new TablePlan(shape, new TableSetting(size, inset), [(columns, widths)], heights.With(inset), first, next, after) { Torn = torn };
        }
    }

    /// <summary>The table in as many panels as it needs, the columns that name its rows in each.</summary>
    public static TablePlan InPanels(TableShape shape, TableSetting setting, double width, double first, double next, double after)
    {
        var panels = ColumnPanels.Of(shape.Table, width, setting.Size);
        var heights = new double[shape.Grid.Rows];
        foreach (var (columns, widths) in panels)
        {
            var own = new RowHeights(TableGrid.Of(TableSlice.Columns(shape.Table, columns)), widths, setting.Size).With(setting.Inset);
            heights = [.. heights.Zip(own, Math.Max)];
        }

        return new TablePlan(shape, setting, panels, heights, first, next, after);
    }

    /// <summary>The parts: page after page downwards, on each page's rows panel after panel.</summary>
    public IReadOnlyList<Table> Parts()
    {
        var parts = new List<Table>();
        for (var index = 0; index < starts.Count; index++)
        {
            var (from, to) = (starts[index], index + 1 < starts.Count ? starts[index + 1] : shape.Table.Rows.Count);
            foreach (var (columns, widths) in panels)
            {
                var panel = panels.Count == 1 ? shape.Table : TableSlice.Columns(shape.Table, columns);
                parts.Add(panel with
                {
                    Id = parts.Count == 0 ? shape.Table.Id : $"{shape.Table.Id}-{parts.Count + 1}",
                    Columns = [.. panel.Columns.Zip(widths, (column, width) => column with { Width = width })],
                    Rows = starts.Count == 1 ? panel.Rows : Slice(panel, from, to),
                    Setting = setting,
                });
            }
        }

        return parts;
    }

    private IReadOnlyList<TableRow> Slice(Table panel, int from, int to)
    {
        var grid = ReferenceEquals(panel, shape.Table) ? shape.Body : TableGrid.Place(panel.Rows, panel.Columns.Count);
        var head = from > 0 ? shape.Heads[from] : null;
        var rows = TableSlice.Rows(panel.Rows, grid, from, to, head);
        return head is null || TableGrid.Place(rows, panel.Columns.Count).Faults.Count == 0 ? rows : TableSlice.Rows(panel.Rows, grid, from, to, null);
    }
}
