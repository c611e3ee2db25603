namespace FinalAccounts.Documents;

/// <summary>The grid that a table's cells tile: where each cell stands, and whether spans leave holes or overlap.</summary>
public sealed class TableGrid
{
    // Where the cells of each row begin among all; one more for the end.
    private readonly int[] starts;

    private TableGrid(int rows, int columns, IReadOnlyList<PlacedCell> cells, IReadOnlyList<string> faults)
    {
        Rows = rows;
        Columns = columns;
        Cells = cells;
        Tall = [.. cells.Where(placed => placed.Cell.RowSpan > 1)];
        Faults = faults;
        starts = new int[rows + 1];
        foreach (var placed in cells)
        {
            starts[placed.Row + 1]++;
        }

        for (var row = 0; row < rows; row++)
        {
            starts[row + 1] += starts[row];
        }
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The cells in reading order.</summary>
    public IReadOnlyList<PlacedCell> Cells { get; }

    /// <summary>Those that stand over several rows.</summary>
    public IReadOnlyList<PlacedCell> Tall { get; }

    /// <summary>What is wrong with the spans, by row and column counted from 1; empty when the cells tile the grid exactly.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>The cells that begin in a row, from the left.</summary>
    public IEnumerable<PlacedCell> In(int row) => Enumerable.Range(starts[row], starts[row + 1] - starts[row]).Select(index => Cells[index]);

    /// <summary>The header and the body of a table as one grid; a span that leaves the header is a fault.</summary>
    public static TableGrid Of(Table table)
    {
        var header = Place(table.HeaderRows, table.Columns.Count);
        var body = Place(table.Rows, table.Columns.Count);
        return new TableGrid(
            header.Rows + body.Rows,
            table.Columns.Count,
            [.. header.Cells, .. body.Cells.Select(cell => cell with { Row = cell.Row + header.Rows })],
            [.. header.Faults.Select(fault => $"{table.Id} 表头：{fault}"), .. body.Faults.Select(fault => $"{table.Id}：{fault}")]);
    }

    /// <summary>Places the cells of rows, left to right, around the spans from above.</summary>
    public static TableGrid Place(IReadOnlyList<TableRow> rows, int columns)
    {
        var covered = new bool[rows.Count, columns];
        var cells = new List<PlacedCell>();
        var faults = new List<string>();
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Cells)
            {
                while (column < columns && covered[row, column])
                {
                    column++;
                }

                if (cell.ColumnSpan < 1 || cell.RowSpan < 1 || column + cell.ColumnSpan > columns || row + cell.RowSpan > rows.Count)
                {
                    faults.Add($"第{row + 1}行第{column + 1}列的单元格（{cell.ColumnSpan}列×{cell.RowSpan}行）超出表格");
                    break;
                }

                Cover(covered, row, column, cell, faults);
                cells.Add(new PlacedCell(row, column, cell));
                column += cell.ColumnSpan;
            }
        }

        faults.AddRange(Holes(covered));
        return new TableGrid(rows.Count, columns, cells, faults);
    }

    private static void Cover(bool[,] covered, int row, int column, TableCell cell, List<string> faults)
    {
        for (var r = row; r < row + cell.RowSpan; r++)
        {
            for (var c = column; c < column + cell.ColumnSpan; c++)
            {
                if (covered[r, c])
                {
                    faults.Add($"第{r + 1}行第{c + 1}列被两个单元格占用");
                }

                covered[r, c] = true;
            }
        }
    }

    private static IEnumerable<string> Holes(bool[,] covered)
    {
        for (var row = 0; row < covered.GetLength(0); row++)
        {
            for (var column = 0; column < covered.GetLength(1); column++)
            {
                if (!covered[row, column])
                {
                    yield return $"第{row + 1}行第{column + 1}列没有单元格";
                }
            }
        }
    }
}

/// <summary>A cell and the zero-based row and column of its upper left corner.</summary>
public sealed record PlacedCell(int Row, int Column, TableCell Cell);
