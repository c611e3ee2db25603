namespace FinalAccounts.Import.Files;

/// <summary>The cells of one sheet with content, and its merged ranges. Rows and columns are zero-based.</summary>
internal sealed class SheetGrid(string file, string name, bool hidden)
{
    private readonly Dictionary<(int Row, int Column), GridCell> cells = [];
    private readonly Dictionary<(int Row, int Column), MergedRange> merged = [];
    private readonly Dictionary<(int Row, int Column), string> formulas = [];
    private readonly HashSet<int> hiddenRows = [];
    private readonly HashSet<int> hiddenColumns = [];
    private readonly Dictionary<int, (SheetGrid From, int Row, IReadOnlyDictionary<int, int> Columns)> appended = [];

    /// <summary>The file that it stands in.</summary>
    public string File => file;

    public string Name => name;

    /// <summary>Hidden in the workbook (the form keeps its drop-down lists there).</summary>
    public bool Hidden { get; private set; } = hidden;

    /// <summary>The cells that hold a formula.</summary>
    public IEnumerable<(int Row, int Column)> Formulas => formulas.Keys.Order();

    /// <summary>Hidden rows with content, from the top.</summary>
    public IEnumerable<int> HiddenRows => hiddenRows.Order();

    /// <summary>Hidden columns with content, from the left.</summary>
    public IEnumerable<int> HiddenColumns => hiddenColumns.Where(column => cells.Keys.Any(key => key.Column == column)).Order();

    public int LastRow { get; private set; } = -1;

    public int LastColumn { get; private set; } = -1;

    /// <summary>All cells with content, row by row.</summary>
    public IEnumerable<GridCell> Cells => cells.Values.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column);

    /// <summary>Notes that the sheet is hidden, where the file says it late.</summary>
    public void Hide() => Hidden = true;

    /// <summary>Notes a cell's formula, for a first look at whether its result can be right.</summary>
    public void AddFormula(int row, int column, string text) => formulas[(row, column)] = text;

    /// <summary>The formula of a cell; null when it has none.</summary>
    public string? FormulaAt(int row, int column) => formulas.GetValueOrDefault((row, column));

    /// <summary>Notes that a row with content is hidden.</summary>
    public void HideRow(int row) => hiddenRows.Add(row);

    /// <summary>Notes that a column is hidden.</summary>
    public void HideColumn(int column) => hiddenColumns.Add(column);

    public void Add(GridCell cell)
    {
        cells[(cell.Row, cell.Column)] = cell;
        LastRow = Math.Max(LastRow, cell.Row);
        LastColumn = Math.Max(LastColumn, cell.Column);
    }

    /// <summary>Merged ranges count as far as the sheet has content; a file that merges more cells than a sheet may fill is not believed further.</summary>
    public void Merge(MergedRange range)
    {
        if (merged.Count > ImportLimits.FilledRows * 20)
        {
            return;
        }

        for (var row = range.Top; row <= Math.Min(range.Bottom, LastRow); row++)
        {
            for (var column = range.Left; column <= Math.Min(range.Right, LastColumn); column++)
            {
                merged.TryAdd((row, column), range);
            }
        }
    }

    /// <summary>The rows down to <paramref name="lastRow"/> as a grid of their own.</summary>
    public SheetGrid Part(int lastRow)
    {
        var part = new SheetGrid(file, name, Hidden);
        foreach (var cell in cells.Values.Where(cell => cell.Row <= lastRow))
        {
            part.Add(cell);
        }

        foreach (var range in merged.Values.Distinct().Where(range => range.Bottom <= lastRow))
        {
            part.Merge(range);
        }

        return part;
    }

    /// <summary>Adds a row of another grid as row <paramref name="at"/>; its cells keep the place where they stand.</summary>
    /// <param name="columns">The column here of each column there; what is not named is not taken.</param>
    public void Append(SheetGrid other, int row, int at, IReadOnlyDictionary<int, int> columns)
    {
        foreach (var (from, to) in columns)
        {
            if (other.Cell(row, from) is { } cell)
            {
                Add(cell with { Row = at, Column = to });
            }
        }

        appended[at] = (other, row, columns.GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.First().Key));
    }

    public GridCell? Cell(int row, int column) => cells.GetValueOrDefault((row, column));

    /// <summary>All merged ranges, as far as the sheet has content.</summary>
    public IEnumerable<MergedRange> MergedRanges => merged.Values.Distinct();

    /// <summary>The merged range that covers the cell; null when there is none.</summary>
    public MergedRange? MergedAt(int row, int column) => merged.GetValueOrDefault((row, column));

    /// <summary>The cell's text in comparable form; empty when blank.</summary>
    public string Text(int row, int column) => Cell(row, column)?.Loose ?? "";

    /// <summary>The cell whose content shows at this position: its own, or that of the merged range over it.</summary>
    public GridCell? Shown(int row, int column) =>
        MergedAt(row, column) is { } range ? Cell(range.Top, range.Left) : Cell(row, column);

    public Place Place(int row, int column) => appended.TryGetValue(row, out var source)
        ? source.From.Place(source.Row, source.Columns.GetValueOrDefault(column, column))
        : new Place(file, name, CellAddress.Of(row, column));

    public Place Place(GridCell cell) => Place(cell.Row, cell.Column);

    /// <summary>The sheet as a whole.</summary>
    public Place Whole => new(file, name);
}

/// <summary>A merged range, ends included.</summary>
internal sealed record MergedRange(int Top, int Left, int Bottom, int Right);
