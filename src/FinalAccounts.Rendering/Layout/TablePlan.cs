namespace FinalAccounts.Rendering.Layout;

/// <summary>A table in one setting: the panels of columns that it stands in, and the rows that begin a page.</summary>
internal sealed class TablePlan
{
    private const double FullForm = 0.97;
    private const double NarrowSide = 2;
    private const double SpareBelow = 6;
    private static readonly int[] NameLines = [2, 1];

    // What stands over a panel below another.
    private static readonly TableFrame Below = new("续表", null, null);

    private readonly TableShape shape;
    private readonly TableSetting setting;
    private readonly IReadOnlyList<(IReadOnlyList<int> Columns, double[] Widths)> panels;
    private readonly IReadOnlyList<int> starts;
    private readonly List<int> perPage;

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
        starts = new RowBreaks(rows, shape.Costs, (first * full) - header, (next * full) - header - again, after).Starts(balanced: panels.Count == 1);
        perPage = [.. starts.Select((from, index) => index + 1 == starts.Count ? PerPage(header + rows[from..].Sum(), Math.Min(first, next) - after) : PerPage(header + rows[from..starts[index + 1]].Sum(), Math.Min(first, next)))];
    }

    /// <summary>How many pages the table takes.</summary>
    public int Pages => perPage.Sum(PagesOf);

    /// <summary>How many rows are higher than a line because a name in them is broken.</summary>
    public int Torn { get; private init; }

    private bool WholeHeads { get; init; } = true;

    /// <summary>The table in one panel with each room within the cells; none where its columns have not enough room.</summary>
    /// <param name="heads">What heads and labels get.</param>
    public static IEnumerable<TablePlan> Of(TableShape shape, double size, IEnumerable<double> insets, double width, double first, double next, double after, RoomForHeads heads)
    {
        var side = heads == RoomForHeads.Sides ? NarrowSide : ColumnWidths.Side;
        if (ColumnWidths.Of(shape.Table, shape.Grid, width, size, headsFirst: heads is RoomForHeads.Columns or RoomForHeads.Sides, side: side) is not { } widths)
        {
            yield break;
        }

        var whole = heads != RoomForHeads.Least;
        var heights = new RowHeights(shape.Grid, shape.Table.HeaderRows.Count, widths, size, whole, side);
        var torn = heights.Torn;
        var columns = Enumerable.Range(0, widths.Length).ToList();
        foreach (var inset in insets)
        {
            yield return new TablePlan(shape, new TableSetting(size, inset, side), [(columns, widths)], heights.With(inset), first, next, after) { Torn = torn, WholeHeads = whole };
        }
    }

    /// <summary>The table in as many panels as it needs, the columns that name its rows in each, with names of one line or of two and each room within the cells.</summary>
    public static IEnumerable<TablePlan> InPanels(TableShape shape, double size, IReadOnlyList<double> insets, double width, double first, double next, double after)
    {
        foreach (var panels in NameLines.Select(lines => ColumnPanels.Of(shape.Table, width, size, lines)))
        {
            var all = panels.Select(panel => new RowHeights(TableGrid.Of(TableSlice.Columns(shape.Table, panel.Columns)), shape.Table.HeaderRows.Count, panel.Widths, size, whole: true)).ToList();
            foreach (var inset in insets)
            {
                var heights = all.Select(panel => panel.With(inset)).Aggregate((one, other) => [.. one.Zip(other, Math.Max)]);
                yield return new TablePlan(shape, new TableSetting(size, inset), panels, heights, first, next, after);
            }
        }
    }

    /// <summary>The pages, each with its tables one below the other: the same rows in all panels before the next rows.</summary>
    public IReadOnlyList<IReadOnlyList<Table>> Parts()
    {
        var (pages, whole) = (new List<IReadOnlyList<Table>>(), panels.Select(Whole).ToList());
        foreach (var (index, count) in perPage.Index())
        {
            var (from, to) = (starts[index], index + 1 < starts.Count ? starts[index + 1] : shape.Table.Rows.Count);
            foreach (var page in whole.Chunk(Even(count)))
            {
                pages.Add([.. page.Select((panel, below) => Part(panel.Table, panel.Body, from, to, new PlaceOfPart(pages.Count, below)))]);
            }
        }

        return pages;
    }

    // A panel before it is divided into pages, its columns as wide as they are printed.
    private (Table Table, TableGrid Body) Whole((IReadOnlyList<int> Columns, double[] Widths) panel)
    {
        var table = panels.Count == 1 ? shape.Table : TableSlice.Columns(shape.Table, panel.Columns);
        var body = panels.Count == 1 ? shape.Body : TableGrid.Place(table.Rows, table.Columns.Count);
        return (table with { Columns = [.. table.Columns.Zip(panel.Widths, (column, width) => column with { Width = width })] }, body);
    }

    private Table Part(Table panel, TableGrid body, int from, int to, PlaceOfPart place) => HeadLines.In(panel with
    {
        Id = place is (0, 0) ? shape.Table.Id : $"{shape.Table.Id}-{place.Page + 1}{(place.Below > 0 ? $"-{place.Below + 1}" : "")}",
        Rows = starts.Count == 1 ? panel.Rows : Slice(panel, body, from, to),
        Frame = place.Below > 0 ? Below : panel.Frame,
        Setting = setting,
    }, WholeHeads);

    // How many panels of this height stand below each other.
    private int PerPage(double height, double room)
    {
        var between = PageRoom.Frame(Below, double.PositiveInfinity) + SpareBelow;
        return Math.Clamp((int)((room + between) / (height + between)), 1, panels.Count);
    }

    private int PagesOf(int count) => (panels.Count + count - 1) / count;

    // Two and two rather than three and one.
    private int Even(int count) => (panels.Count + PagesOf(count) - 1) / PagesOf(count);

    private IReadOnlyList<TableRow> Slice(Table panel, TableGrid body, int from, int to)
    {
        var head = from > 0 ? shape.Heads[from] : null;
        var rows = TableSlice.Rows(panel.Rows, body, from, to, head);
        return head is null || TableGrid.Place(rows, panel.Columns.Count).Faults.Count == 0 ? rows : TableSlice.Rows(panel.Rows, body, from, to, null);
    }
}

/// <summary>What heads and labels get so that their words stay whole.</summary>
internal enum RoomForHeads
{
    /// <summary>Room in their columns before names, and lines.</summary>
    Columns,

    /// <summary>That, and cells have less room at the sides of their text.</summary>
    Sides,

    /// <summary>Lines, as many as that takes.</summary>
    Lines,

    /// <summary>Nothing: words are torn.</summary>
    Least,
}

/// <summary>Where a part of a table stands: on which of its pages, and below how many others; both count from 0.</summary>
internal readonly record struct PlaceOfPart(int Page, int Below);
