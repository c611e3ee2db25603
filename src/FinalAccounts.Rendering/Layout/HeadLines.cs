using FinalAccounts.Rendering.Drawing;

namespace FinalAccounts.Rendering.Layout;

/// <summary>
/// Heads, labels and names that take several lines, broken between words: heads and labels in as many lines as that takes, the same
/// in PDF and Word, names in as many as they take anyway.
/// </summary>
internal static class HeadLines
{
    // Longer text is told, not named; its lines are full.
    private const int LongestName = 40;

    /// <summary>A part of a table whose columns' widths are points, with its heads and labels in lines. Names stay in one piece, or nobody would find them in Word.</summary>
    /// <param name="whole">Whether a line more is taken where a word would be torn.</param>
    public static Table In(Table part, bool whole = true) =>
        part with { HeaderRows = In(part.HeaderRows, part, all: true, whole), Rows = In(part.Rows, part, all: false, whole) };

    /// <summary>How many lines a head or a label takes in so much room in pt.</summary>
    public static int Count(TableCell cell, double room, double size, bool whole) =>
        Breaks(cell.Inlines, room, size) && Lines(cell, room, size, whole) is var lines && EndWell(cell.Inlines, lines) ? lines.Count : CellText.Lines(cell.Inlines, room, size);

    /// <summary>The width in pt of the widest word of a head.</summary>
    public static double WidestWord(IReadOnlyList<Inline> inlines, double size) => IsName(inlines) ? WordEnds.Pieces(DocumentText.Of(inlines)).Max(word => TextMeasure.Width(word, size)) : 0;

    /// <summary>The text of a cell in the lines that it takes in so much room in pt.</summary>
    /// <param name="rows">Over how many rows the cell stands, each of which has a line.</param>
    public static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> inlines, double room, double size, int rows) =>
        Breaks(inlines, room, size) && WordLines.Of(DocumentText.Of(inlines), Math.Max(size, room), size, rows) is var lines && EndWell(inlines, lines) ? Lined(inlines, lines) : inlines;

    private static IReadOnlyList<TableRow> In(IReadOnlyList<TableRow> rows, Table part, bool all, bool whole)
    {
        var placed = TableGrid.Place(rows, part.Columns.Count).Cells.ToLookup(cell => cell.Row);
        return [.. rows.Select((row, index) => placed[index].Any(cell => Breaks(cell, part, all))
            ? row with { Cells = [.. placed[index].Select(cell => Breaks(cell, part, all) ? cell.Cell with { Inlines = Shared(cell, part, whole) } : cell.Cell)] }
            : row)];
    }

    private static IReadOnlyList<Inline> Shared(PlacedCell placed, Table part, bool whole) =>
        Lines(placed.Cell, Room(placed, part), part.Setting!.Size, whole) is var lines && EndWell(placed.Cell.Inlines, lines) ? Lined(placed.Cell.Inlines, lines) : placed.Cell.Inlines;

    private static IReadOnlyList<string> Lines(TableCell cell, double room, double size, bool whole) =>
        WordLines.Of(DocumentText.Of(cell.Inlines), Math.Max(size, room), size, whole ? int.MaxValue : cell.RowSpan);

    private static List<Inline> Lined(IReadOnlyList<Inline> inlines, IReadOnlyList<string> lines)
    {
        if (inlines is [Strong strong])
        {
            return [new Strong(Lined(strong.Inlines, lines))];
        }

        var (lined, line, left) = (new List<Inline>(), 0, lines[0].Length);
        foreach (var inline in inlines)
        {
            var rest = inline;
            for (var text = DocumentText.Of([rest]); text.Length > left; text = text[left..], left = lines[++line].Length)
            {
                lined.AddRange(left > 0 ? [(Text)rest with { Value = text[..left] }, new LineBreak()] : [new LineBreak()]);
                rest = rest is Text words ? words with { Value = text[left..] } : rest;
            }

            lined.Add(rest);
            left -= DocumentText.Of([rest]).Length;
        }

        return lined;
    }

    // Where not even one character with its marks has room, lines end anywhere; no line ends inside a figure.
    private static bool EndWell(IReadOnlyList<Inline> inlines, IReadOnlyList<string> lines)
    {
        if (inlines is [Strong strong])
        {
            return EndWell(strong.Inlines, lines);
        }

        var (text, end) = (string.Concat(lines), 0);
        var figures = new List<(int Start, int End)>();
        foreach (var inline in inlines)
        {
            var start = end;
            end += DocumentText.Of([inline]).Length;
            figures.AddRange(inline is Figure ? [(start, end)] : []);
        }

        end = 0;
        return lines.SkipLast(1).All(line => WordEnds.MayEnd(text, end += line.Length) && !figures.Exists(figure => figure.Start < end && end < figure.End));
    }

    private static bool Breaks(PlacedCell placed, Table part, bool all) =>
        (all || placed.Cell.Header) && Breaks(placed.Cell.Inlines, Room(placed, part), part.Setting!.Size);

    private static bool Breaks(IReadOnlyList<Inline> inlines, double room, double size) => IsName(inlines) && CellText.Whole(inlines, size) > room;

    // With its weight: 可持续影响指标（10分）.
    private static bool IsName(IReadOnlyList<Inline> inlines) => inlines is [Strong strong] ? IsName(strong.Inlines)
        : inlines is [Text, ..] && inlines.All(inline => inline is Text or Figure)
            && DocumentText.Of(inlines) is { Length: > 1 and <= LongestName } text && !text.Contains('\n', StringComparison.Ordinal);

    private static double Room(PlacedCell placed, Table part) =>
        part.Columns.Skip(placed.Column).Take(placed.Cell.ColumnSpan).Sum(column => column.Width) - (2 * part.Setting!.Side) - (placed.Cell.Indent * part.Setting.Size);
}
