using DocumentFormat.OpenXml;
using FinalAccounts.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>A table or form over the whole width of the text, with the lines above its grid.</summary>
internal static class TableWriter
{
    public static IEnumerable<OpenXmlElement> Write(Table table, WordContext context) =>
        [.. TableFrameWriter.Write(table.Frame, context), .. context.Bookmarked(table, [Grid(table, context)])];

    private static W.Table Grid(Table table, WordContext context)
    {
        var columns = ColumnWidths.Of(table.Columns, context.Page.TextWidth);
        var grid = new W.Table();
        grid.AppendChild(Properties(table, context.Page.TextWidth));
        var columnList = grid.AppendChild(new W.TableGrid());
        foreach (var width in columns)
        {
            columnList.AppendChild(new W.GridColumn { Width = Measure.Invariant(width) });
        }

        foreach (var row in TableRowWriter.Write(table, columns))
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
        TableCaption = table.Title is { } title ? new W.TableCaption { Val = WordText.Checked(title) } : null,
    };
}
