using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>A table or form over the whole width of the text, with the lines above its grid.</summary>
internal static class TableWriter
{
    public static IEnumerable<OpenXmlElement> Write(Table table, WordContext context) =>
        Write(table, TableRowWriter.Write(table, Widths(table, context)).Select(row => row.Row), context);

    /// <summary>A table with rows of its own or another's making.</summary>
    public static IEnumerable<OpenXmlElement> Write(Table table, IEnumerable<W.TableRow> rows, WordContext context) =>
        [.. TableFrameWriter.Write(table.Frame, context), .. context.Bookmarked(table, [Grid(table, rows, context)])];

    /// <summary>The widths of the columns in twips.</summary>
    public static IReadOnlyList<int> Widths(Table table, WordContext context) => ColumnWidths.Of(table.Columns, context.Page.TextWidth);

    private static W.Table Grid(Table table, IEnumerable<W.TableRow> rows, WordContext context)
    {
        var columns = Widths(table, context);
        var grid = new W.Table();
        grid.AppendChild(Properties(table, context.Page.TextWidth));
        var columnList = grid.AppendChild(new W.TableGrid());
        foreach (var width in columns)
        {
            columnList.AppendChild(new W.GridColumn { Width = Measure.Invariant(width) });
        }

        foreach (var row in rows)
        {
            grid.AppendChild(row);
        }

        return grid;
    }

    private static W.TableProperties Properties(Table table, int width) => new()
    {
        TableStyle = new W.TableStyle { Val = WordStyleIds.Grid },
        TableWidth = new W.TableWidth { Width = Measure.Invariant(width), Type = W.TableWidthUnitValues.Dxa },
        TableLayout = new W.TableLayout { Type = W.TableLayoutValues.Fixed },
        TableLook = new W.TableLook
        {
            Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true,
        },
        TableCellMarginDefault = table.Setting is { } setting ? Margins(Measure.Twips(setting.Inset), (short)Measure.Twips(setting.Side)) : null,
        TableCaption = table.Title is { } title ? new W.TableCaption { Val = WordText.Checked(title) } : null,
    };

    private static W.TableCellMarginDefault Margins(int inset, short side) => new(
        new W.TopMargin { Width = Measure.Invariant(inset), Type = W.TableWidthUnitValues.Dxa },
        new W.TableCellLeftMargin { Width = side, Type = W.TableWidthValues.Dxa },
        new W.BottomMargin { Width = Measure.Invariant(inset), Type = W.TableWidthUnitValues.Dxa },
        new W.TableCellRightMargin { Width = side, Type = W.TableWidthValues.Dxa });
}
