using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>A cell, or the part of a cell that spans rows which stands in a lower row: Word wants an empty cell there.</summary>
internal static class TableCellWriter
{
    // In twips; half of what other cells have.
    private const string NarrowMargin = "30";

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
        if (Justification(cell.Align ?? (inHeader ? CellAlign.Center : table.Columns[placed.Column].Align)) is { } justification)
        {
            paragraph.ParagraphProperties!.Justification = justification;
        }

        if (cell.Indent > 0 && !continued)
        {
            var indent = cell.Indent * Measure.Twips(table.Setting?.Size ?? UsualSize);
            paragraph.ParagraphProperties!.Indentation = new W.Indentation { Left = Measure.Invariant(indent) };
        }

        if (keepsNext)
        {
            paragraph.ParagraphProperties!.KeepNext = new W.KeepNext();
        }

        return new W.TableCell(Properties(placed, continued, !continued && (inHeader || cell.Header), widths), paragraph);
    }

    private static W.TableCellProperties Properties(PlacedCell placed, bool continued, bool isHead, IReadOnlyList<int> widths)
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
        if (isHead && placed.Cell.Inlines.Any(inline => inline is LineBreak or Strong { Inlines: [_, LineBreak, ..] }))
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
