using FinalAccounts.Documents;

namespace FinalAccounts.Rendering;

/// <summary>Finds the physical column of each listed cell: a cell covered by a span above or to the left is not listed.</summary>
internal sealed class TableGrid(int columns)
{
    private readonly int[] covered = new int[columns];

    /// <summary>The row's cells with their columns. Rows are to be asked for from top to bottom.</summary>
    public IReadOnlyList<(TableCell Cell, int Column)> Next(TableRow row)
    {
        var placed = new List<(TableCell, int)>(row.Cells.Count);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            column = Free(column);
            if (column + cell.ColumnSpan > covered.Length)
            {
                throw new ArgumentException("A row has more cells than its table has columns.", nameof(row));
            }
            placed.Add((cell, column));
            for (var end = column + cell.ColumnSpan; column < end; column++)
            {
                covered[column] = Math.Max(1, cell.RowSpan);
            }
        }
        for (var i = 0; i < covered.Length; i++)
        {
            covered[i] = Math.Max(0, covered[i] - 1);
        }
        return placed;
    }

    private int Free(int column)
    {
        while (column < covered.Length && covered[column] > 0)
        {
            column++;
        }
        return column;
    }
}
