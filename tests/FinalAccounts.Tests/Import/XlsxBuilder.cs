using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FinalAccounts.Import;

namespace FinalAccounts.Tests.Import;

/// <summary>Makes xlsx bytes from sheets drawn as text: a line per row, cells divided by |, &lt; merged with the left, ^ with the one above.
/// =1.5 is a number, %1 a percentage, @45427 a date, !#REF! an error, ?SUM(A1) a formula without a result; anything else is text (\n breaks the line).</summary>
internal sealed class XlsxBuilder
{
    private readonly List<(string Name, List<(int Row, int Column, string Drawing)> Parts)> sheets = [];

    public XlsxBuilder Sheet(string name, string drawing, int row = 0, int column = 0)
    {
        sheets.Add((name, [(row, column, drawing)]));
        return this;
    }

    /// <summary>Another drawing on the sheet added last.</summary>
    public XlsxBuilder And(string drawing, int row, int column = 0)
    {
        sheets[^1].Parts.Add((row, column, drawing));
        return this;
    }

    public ImportFile File(string name = "公开表.xlsx") => new(name, Bytes());

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            uint id = 1;
            foreach (var (name, parts) in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(parts);
                workbook.Workbook.Sheets!.Append(new Sheet { Name = name, SheetId = id++, Id = workbook.GetIdOfPart(part) });
            }
        }

        return stream.ToArray();
    }

    private static Worksheet Worksheet(List<(int Row, int Column, string Drawing)> parts)
    {
        var cells = new SortedDictionary<(int Row, int Column), string>();
        foreach (var (row, column, drawing) in parts)
        {
            var lines = drawing.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var texts = lines[i].Split('|');
                for (var j = 0; j < texts.Length; j++)
                {
                    if (texts[j].Trim(' ') is { Length: > 0 } text)
                    {
                        cells[(row + i, column + j)] = text;
                    }
                }
            }
        }

        var data = new SheetData();
        foreach (var row in cells.Where(cell => cell.Value is not ("<" or "^")).GroupBy(cell => cell.Key.Row))
        {
            data.Append(new Row(row.Select(cell => Cell(cell.Key, cell.Value))) { RowIndex = (uint)row.Key + 1 });
        }

        var merges = Merges(cells).Select(range => new MergeCell { Reference = range }).ToList();
        return merges.Count == 0 ? new Worksheet(data) : new Worksheet(data, new MergeCells(merges));
    }

    private static IEnumerable<string> Merges(SortedDictionary<(int Row, int Column), string> cells)
    {
        foreach (var ((row, column), text) in cells)
        {
            if (text is "<" or "^")
            {
                continue;
            }

            var (right, bottom) = (column, row);
            while (cells.GetValueOrDefault((row, right + 1)) == "<")
            {
                right++;
            }

            while (cells.GetValueOrDefault((bottom + 1, column)) == "^")
            {
                bottom++;
            }

            if (right > column || bottom > row)
            {
                yield return $"{Address(row, column)}:{Address(bottom, right)}";
            }
        }
    }

    private static Cell Cell((int Row, int Column) at, string text)
    {
        var cell = new Cell { CellReference = Address(at.Row, at.Column) };
        switch (text[0])
        {
            case '=':
                cell.CellValue = new CellValue(text[1..]);
                break;
            case '%':
                (cell.CellValue, cell.StyleIndex) = (new CellValue(text[1..]), 1);
                break;
            case '@':
                (cell.CellValue, cell.StyleIndex) = (new CellValue(text[1..]), 2);
                break;
            case '!':
                (cell.CellValue, cell.DataType) = (new CellValue(text[1..]), CellValues.Error);
                break;
            case '?':
                (cell.CellFormula, cell.CellValue) = (new CellFormula(text[1..]), new CellValue());
                break;
            default:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(text.Replace("\\n", "\n", StringComparison.Ordinal)) { Space = SpaceProcessingModeValues.Preserve });
                break;
        }

        return cell;
    }

    private static string Address(int row, int column) =>
        (column >= 26 ? ((char)('A' + (column / 26) - 1)).ToString() : "") + (char)('A' + (column % 26)) + (row + 1).ToString(CultureInfo.InvariantCulture);
}
