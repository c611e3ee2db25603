using FinalAccounts.Import;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Auditing;

/// <summary>A published document as the audit takes it: its lines and grids in reading order, each with a place; whatever format it had.</summary>
/// <param name="File">The file's name as people know it.</param>
/// <param name="Items">In reading order.</param>
/// <param name="Workbooks">Workbooks that lie beside it and hold its tables.</param>
public sealed record AuditedDocument(string File, IReadOnlyList<AuditedItem> Items, IReadOnlyList<ImportFile> Workbooks);

/// <summary>A line or a grid.</summary>
public abstract record AuditedItem;

/// <summary>A paragraph or heading.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Of a heading, from 1; 0 for others.</param>
/// <param name="Place">Where it stands: page and paragraph.</param>
public sealed record AuditedLine(string Text, AuditedKind Kind, int Level, Place Place) : AuditedItem;

/// <summary>The kinds of lines.</summary>
public enum AuditedKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A caption or a label.</summary>
    Caption,

    /// <summary>A note.</summary>
    Note,
}

/// <summary>A grid with the lines above it, which may be its title and caption.</summary>
/// <param name="Sheet">Its name in places, unique in the document (第21页表1).</param>
/// <param name="Above">Title, mark, 部门：…, 金额单位：…, the nearest last; pieces of a line are divided by a tab.</param>
public sealed record AuditedTable(string Sheet, IReadOnlyList<string> Above, IReadOnlyList<AuditedCell> Cells) : AuditedItem
{
    /// <summary>The place of a cell of the grid, as findings name it.</summary>
    public Place PlaceOf(string file, AuditedCell cell) => new(file, Sheet, CellAddress.Of(cell.Row + Above.Count, cell.Column));

    /// <summary>As the import reads a sheet: the lines above first, then the grid.</summary>
    internal SheetGrid Grid(string file)
    {
        var grid = new SheetGrid(file, Sheet, hidden: false);
        var last = Cells.Select(cell => cell.Column + cell.ColumnSpan - 1).DefaultIfEmpty(0).Max();
        foreach (var (row, line) in Above.Index())
        {
            var pieces = line.Split('\t', StringSplitOptions.RemoveEmptyEntries);
            foreach (var (index, piece) in pieces.Index())
            {
                grid.Add(Cell(row, index == 0 ? 0 : Math.Max(index, last - pieces.Length + 1 + index), piece));
            }
        }

        foreach (var cell in Cells.Where(cell => cell.Text.Length > 0))
        {
            grid.Add(Cell(cell.Row + Above.Count, cell.Column, cell.Text));
        }

        foreach (var cell in Cells.Where(cell => cell.RowSpan > 1 || cell.ColumnSpan > 1))
        {
            var top = cell.Row + Above.Count;
            grid.Merge(new MergedRange(top, cell.Column, top + cell.RowSpan - 1, cell.Column + cell.ColumnSpan - 1));
        }

        return grid;
    }

    private static GridCell Cell(int row, int column, string text) => new(row, column, text, null, FigureErrors.IsError(text) ? text : null);
}

/// <summary>A cell of a grid, zero-based.</summary>
/// <param name="Doubtful">It could be read otherwise.</param>
public sealed record AuditedCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, bool Doubtful = false)
{
    /// <summary>From where to where it stands on its line, where it was found by alignment and not by rulings; else null.</summary>
    public (double Left, double Right)? Across { get; init; }
}
