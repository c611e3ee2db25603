using FinalAccounts.Documents;
using FinalAccounts.Rendering.Drawing;

namespace FinalAccounts.Rendering.Layout;

/// <summary>Heads, labels and names that take several lines, broken between words: in as many lines as they take anyway.</summary>
internal static class HeadLines
{
    // Longer text is told, not named; its lines are full.
    private const int LongestName = 40;

    // In pt: Word takes the rules from the room within a cell, and would break a full line again.
    private const double Spare = 1.5;

    /// <summary>A part of a table whose columns' widths are points, with its heads and labels in lines. Names stay in one piece, or nobody would find them in Word.</summary>
    public static Table In(Table part) => part with { HeaderRows = In(part.HeaderRows, part, all: true), Rows = In(part.Rows, part, all: false) };

    /// <summary>The text of a cell in the lines that it takes in so much room in pt.</summary>
    /// <param name="rows">Over how many rows the cell stands, each of which has a line.</param>
    public static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> inlines, double room, double size, int rows)
    {
        if (!Breaks(inlines, room, size))
        {
            return inlines;
        }

        if (inlines is [Strong strong])
        {
            return [new Strong(Of(strong.Inlines, room, size, rows))];
        }

        var text = (Text)inlines[0];
        var lines = WordLines.Of(text.Value, Math.Max(size, room), size, rows);
        return [.. lines.SelectMany((line, index) => (Inline[])[.. index == 0 ? [] : (Inline[])[new LineBreak()], text with { Value = line }])];
    }

    private static IReadOnlyList<TableRow> In(IReadOnlyList<TableRow> rows, Table part, bool all)
    {
        var placed = TableGrid.Place(rows, part.Columns.Count).Cells.ToLookup(cell => cell.Row);
        return [.. rows.Select((row, index) => placed[index].Any(cell => Breaks(cell, part, all))
            ? row with { Cells = [.. placed[index].Select(cell => Breaks(cell, part, all) ? cell.Cell with { Inlines = Shared(cell, part) } : cell.Cell)] }
            : row)];
    }

    // As it is where Word had to take more lines: then only the PDF breaks it between words.
    private static IReadOnlyList<Inline> Shared(PlacedCell placed, Table part)
    {
        var (room, size, rows) = (Room(placed, part), part.Setting!.Size, placed.Cell.RowSpan);
        var lines = Of(placed.Cell.Inlines, room - Spare, size, rows);
        return Count(lines) <= Count(Of(placed.Cell.Inlines, room, size, rows)) && EndWell(lines) ? lines : placed.Cell.Inlines;
    }

    private static int Count(IReadOnlyList<Inline> lines) => DocumentText.Of(lines).Split('\n').Length;

    // Where not even one character with its marks has room, lines end anywhere.
    private static bool EndWell(IReadOnlyList<Inline> inlines)
    {
        var (lines, end) = (DocumentText.Of(inlines).Split('\n'), 0);
        var text = string.Concat(lines);
        return lines.SkipLast(1).All(line => WordEnds.MayEnd(text, end += line.Length));
    }

    private static bool Breaks(PlacedCell placed, Table part, bool all) =>
        (all || placed.Cell.Header) && Breaks(placed.Cell.Inlines, Room(placed, part), part.Setting!.Size);

    private static bool Breaks(IReadOnlyList<Inline> inlines, double room, double size) => inlines is [Strong strong] ? Breaks(strong.Inlines, room, size)
        : inlines is [Text { Value: { Length: > 1 and <= LongestName } text }] && !text.Contains('\n', StringComparison.Ordinal) && TextMeasure.Width(text, size) > room;

    private static double Room(PlacedCell placed, Table part) =>
        part.Columns.Skip(placed.Column).Take(placed.Cell.ColumnSpan).Sum(column => column.Width) - (2 * ColumnWidths.Side) - (placed.Cell.Indent * part.Setting!.Size);
}
