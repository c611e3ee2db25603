using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FinalAccounts.Tests.Import;

/// <summary>Hides a row, a column (both counted from 1; 0 for none) or a sheet of a workbook.</summary>
internal static class Hiding
{
    public static byte[] In(byte[] workbook, string sheet, int row, int column, bool wholeSheet)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var named = document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(item => item.Name == sheet);
            named.State = wholeSheet ? SheetStateValues.Hidden : null;
            var worksheet = ((WorksheetPart)document.WorkbookPart.GetPartById(named.Id!)).Worksheet!;
            if (row > 0)
            {
                worksheet.Descendants<Row>().Single(item => item.RowIndex! == (uint)row).Hidden = true;
            }

            if (column > 0)
            {
                var hidden = new Column { Min = (uint)column, Max = (uint)column, Width = 9, CustomWidth = true, Hidden = true };
                worksheet.InsertBefore(new Columns((OpenXmlElement)hidden), worksheet.GetFirstChild<SheetData>());
            }
        }

        return stream.ToArray();
    }
}
