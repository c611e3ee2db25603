using FinalAccounts.Rendering.Layout;
using CellGrid = FinalAccounts.Documents.TableGrid;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>Rows: header rows repeat on every page, and no row is split over pages while a page can hold it.</summary>
internal static class TableRowWriter
{
    /// <summary>The rows with their index among all rows of the table; a row that is one with the row above is left out.</summary>
    public static IEnumerable<(int Index, W.TableRow Row)> Write(Table table, IReadOnlyList<int> widths)
    {
        var grid = CellGrid.Of(table);
        if (grid.Faults.Count > 0)
        {
            throw new ArgumentException($"The cells do not fill the grid: {string.Join("; ", grid.Faults)}", nameof(table));
        }

        var owners = Owners(grid);
        for (var index = 0; index < grid.Rows; index++)
        {
            if (IsCovered(owners, index))
            {
                continue;
            }

            var isHeader = index < table.HeaderRows.Count;
            yield return (index, Row(table, isHeader ? table.HeaderRows[index] : table.Rows[index - table.HeaderRows.Count], isHeader, index, owners, widths));
        }
    }

    private static W.TableRow Row(
        Table table, TableRow source, bool isHeader, int index, PlacedCell[,] owners, IReadOnlyList<int> widths)
    {
        // A body row of headings alone (一级指标, 二级指标…) heads the columns below it.
        var strong = isHeader || source.Total || (source.Cells.Count > 1 && source.Cells.All(cell => cell.Header));
        var row = new W.TableRow();
        var properties = row.AppendChild(new W.TableRowProperties());
        properties.AppendChild(new W.CantSplit());
        if (isHeader)
        {
            properties.AppendChild(new W.TableHeader());
        }

        // A 类 stays with its first 款 also where Word breaks the page elsewhere.
        var keepsNext = !isHeader && RowGroups.Begins(table.Rows, index - table.HeaderRows.Count);
        for (var column = 0; column < widths.Count;)
        {
            var owner = owners[index, column];
            row.AppendChild(TableCellWriter.Write(table, owner, index, isHeader, strong && (isHeader || source.Total || owner.Cell.RowSpan == 1), keepsNext, widths));
            column += owner.Cell.ColumnSpan;
        }

        return row;
    }

    // A row in which no cell begins is one with the row above; Word would give it a height of its own.
    private static bool IsCovered(PlacedCell[,] owners, int row)
    {
        for (var column = 0; column < owners.GetLength(1); column++)
        {
            if (owners[row, column].Row == row)
            {
                return false;
            }
        }

        return true;
    }

    // Which cell each place of the grid belongs to.
    private static PlacedCell[,] Owners(CellGrid grid)
    {
        var owners = new PlacedCell[grid.Rows, grid.Columns];
        foreach (var placed in grid.Cells)
        {
            for (var row = placed.Row; row < placed.Row + placed.Cell.RowSpan; row++)
            {
                for (var column = placed.Column; column < placed.Column + placed.Cell.ColumnSpan; column++)
                {
                    owners[row, column] = placed;
                }
            }
        }

        return owners;
    }
}
