using FinalAccounts.Rendering.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>A cell, or the part of a cell that spans rows which stands in a lower row: Word wants an empty cell there.</summary>
internal static class TableCellWriter
{
    // In twips; half of what other cells have.
    private const string NarrowMargin = "30";

    // In pt, at both sides.
    private const double RulesTake = 1.5;

    // 小五.
    private const double UsualSize = 9;

    public static W.TableCell Write(
        Table table, PlacedCell placed, int row, bool inHeader, bool strong, bool keepsNext, IReadOnlyList<int> widths)
    {
        var (cell, continued) = (placed.Cell, row > placed.Row);
        var style = TextStyle(table);
        var paragraph = continued
            ? WordParagraph.Empty(style)
            : WordParagraph.Of(style, WordInlines.Write(cell.Inlines, strong));
        var align = cell.Align ?? (inHeader ? CellAlign.Center : table.Columns[placed.Column].Align);
        if (Justification(align) is { } justification)
        {
            paragraph.ParagraphProperties!.Justification = justification;
        }

        if (!continued)
        {
            paragraph.ParagraphProperties!.Indentation = Indentation(table, placed, align, widths);
        }

        if (keepsNext)
        {
            paragraph.ParagraphProperties!.KeepNext = new W.KeepNext();
        }

        return new W.TableCell(Properties(placed, continued, !continued && (inHeader || cell.Header), align == CellAlign.Center, !continued && IsFull(table, placed, widths), widths), paragraph);
    }

    // Further in as the set says; and narrower where that leads the lines of a name to end between words.
    private static W.Indentation? Indentation(Table table, PlacedCell placed, CellAlign align, IReadOnlyList<int> widths)
    {
        var (cell, size, room) = (placed.Cell, Size(table), Room(table, placed, widths));
        var (left, right) = (cell.Indent * Measure.Twips(size), 0);
        if (align != CellAlign.Right && cell.Inlines.All(inline => inline is Text or Figure) && LedLines.Of(DocumentText.Of(cell.Inlines), room, size) is { } led)
        {
            var less = Measure.Twips(room - led.Room);
            (left, right) = align == CellAlign.Center ? (left + (less / 2), less / 2) : (left, less);
        }

        return (left, right) == (0, 0) ? null
            : right == 0 ? new W.Indentation { Left = Measure.Invariant(left) }
            : new W.Indentation { Left = Measure.Invariant(left), Right = Measure.Invariant(right) };
    }

    // A line that fits as it is measured, with less to spare than Word's rules take.
    private static bool IsFull(Table table, PlacedCell placed, IReadOnlyList<int> widths) =>
        placed.Cell.Inlines.Count > 0 && Room(table, placed, widths) - CellText.Whole(placed.Cell.Inlines, Size(table)) is >= 0 and < RulesTake;

    private static double Size(Table table) => table.Setting?.Size ?? UsualSize;

    // In pt, between the usual margins.
    private static double Room(Table table, PlacedCell placed, IReadOnlyList<int> widths) =>
        (widths.Skip(placed.Column).Take(placed.Cell.ColumnSpan).Sum() / Measure.TwipsOfPoint) - (2 * (table.Setting?.Side ?? TableSetting.UsualSide)) - (placed.Cell.Indent * Size(table));

    private static W.TableCellProperties Properties(PlacedCell placed, bool continued, bool isHead, bool isCentered, bool isFull, IReadOnlyList<int> widths)
    {
        var width = 0;
        for (var column = placed.Column; column < placed.Column + placed.Cell.ColumnSpan; column++)
        {
            width += widths[column];
        }

        var properties = new W.TableCellProperties();
        properties.AppendChild(new W.TableCellWidth { Width = Measure.Invariant(width), Type = W.TableWidthUnitValues.Dxa });
        if (placed.Cell.ColumnSpan > 1)
        {
            properties.AppendChild(new W.GridSpan { Val = placed.Cell.ColumnSpan });
        }

        if (placed.Cell.RowSpan > 1)
        {
            properties.AppendChild(new W.VerticalMerge { Val = continued ? W.MergedCellValues.Continue : W.MergedCellValues.Restart });
        }

        // Word takes the rules from the room within a cell: a full line of a head would be broken again.
        if ((isHead && (isCentered || placed.Cell.Inlines.Any(inline => inline is LineBreak or Strong { Inlines: [_, LineBreak, ..] }))) || isFull)
        {
            properties.AppendChild(new W.TableCellMargin(
                new W.LeftMargin { Width = NarrowMargin, Type = W.TableWidthUnitValues.Dxa }, new W.RightMargin { Width = NarrowMargin, Type = W.TableWidthUnitValues.Dxa }));
        }

        // In the cell as well as in the style: LibreOffice does not take it from there.
        properties.AppendChild(new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Center });
        return properties;
    }

    private static string TextStyle(Table table) => table.Kind switch
    {
        TableKind.Accounts => WordStyleIds.Sized(WordStyleIds.TableText, table.Setting?.Size),
        TableKind.Form => WordStyleIds.Sized(WordStyleIds.FormText, table.Setting?.Size),
        TableKind.Plain => WordStyleIds.PlainTableText,
        _ => throw new NotSupportedException($"Word has no table kind {table.Kind}."),
    };

    private static W.Justification? Justification(CellAlign align) => align switch
    {
        CellAlign.Left => null,
        CellAlign.Center => new W.Justification { Val = W.JustificationValues.Center },
        CellAlign.Right => new W.Justification { Val = W.JustificationValues.Right },
        _ => throw new NotSupportedException($"Word has no alignment {align}."),
    };
}
