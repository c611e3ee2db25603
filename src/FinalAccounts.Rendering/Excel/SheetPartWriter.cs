using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = FinalAccounts.Documents.Sheet;

namespace FinalAccounts.Rendering.Excel;

/// <summary>Writes one sheet, row by row, so that a long sheet never stands in memory as XML.</summary>
internal sealed class SheetPartWriter(Sheet sheet, SharedStrings strings, CellFormats formats, DropDowns dropDowns, CancellationToken cancellation)
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    // Cells below that a span from above covers: Excel draws their frame from their own format.
    private readonly Dictionary<int, List<(int Column, uint Format)>> covered = [];
    private readonly List<string> merges = [];

    /// <summary>Writes the part.</summary>
    public void Write(WorksheetPart part, bool selected)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View(selected)));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        WriteColumns(writer);
        writer.WriteStartElement(new SheetData());
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            WriteRow(writer, row);
        }

        foreach (var row in covered.Keys.Where(row => row >= sheet.Rows.Count).Order().ToList())
        {
            WriteCells(writer, row, new SheetRow([]));
        }

        writer.WriteEndElement();
        WriteMerges(writer);
        WriteValidations(writer);
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.PageMargins { Left = 0.6, Right = 0.6, Top = 0.8, Bottom = 0.8, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.PageSetup
        {
            PaperSize = 9,
            Orientation = sheet.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = (uint)sheet.PagesWide,
            FitToHeight = 0,
        });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C— &P —")));
        WriteIgnoredErrors(writer);
        writer.WriteEndElement();
    }

    private SheetView View(bool selected)
    {
        var view = new SheetView { WorkbookViewId = 0, TabSelected = selected ? true : null };
        if (sheet.FrozenRows > 0)
        {
            var (active, beside) = sheet.FrozenColumns > 0 ? (PaneValues.BottomRight, (double?)sheet.FrozenColumns) : (PaneValues.BottomLeft, null);
            view.Append(
                new Pane
                {
                    HorizontalSplit = beside,
                    VerticalSplit = sheet.FrozenRows,
                    TopLeftCell = CellReference.Of(sheet.FrozenRows, sheet.FrozenColumns),
                    ActivePane = active,
                    State = PaneStateValues.Frozen,
                },
                new Selection { Pane = active });
        }

        return view;
    }

    private void WriteColumns(OpenXmlWriter writer)
    {
        if (sheet.ColumnWidths.Count == 0)
        {
            return;
        }

        writer.WriteElement(new Columns(sheet.ColumnWidths.Select((width, i) =>
            new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
    }

    private void WriteRow(OpenXmlWriter writer, int row)
    {
        var content = sheet.Rows[row];
        if (content.Cells.Count > 0 || content.Height is not null || covered.ContainsKey(row))
        {
            WriteCells(writer, row, content);
        }
    }

    private void WriteCells(OpenXmlWriter writer, int row, SheetRow content)
    {
        var start = new Row { RowIndex = (uint)row + 1 };
        if (content.Height is { } height)
        {
            start.Height = height;
            start.CustomHeight = true;
        }

        var cells = content.Cells.Select(cell => (cell.Column, Format: formats.IndexOf(cell), Cell: (SheetCell?)cell)).ToList();
        foreach (var (column, format, cell) in cells.ToList())
        {
            Span(row, cell!, format, cells);
        }

        if (covered.Remove(row, out var above))
        {
            cells.AddRange(above.Select(cell => (cell.Column, cell.Format, (SheetCell?)null)));
        }

        writer.WriteStartElement(start);
        var last = -1;
        foreach (var (column, format, cell) in cells.OrderBy(cell => cell.Column))
        {
            if (column <= last)
            {
                throw new InvalidOperationException($"{sheet.Name}!{CellReference.Of(row, column)} 有两个单元格。");
            }

            last = column;
            writer.WriteElement(Content(row, column, format, cell));
        }

        writer.WriteEndElement();
    }

    private void Span(int row, SheetCell cell, uint format, List<(int Column, uint Format, SheetCell? Cell)> cells)
    {
        if (cell is { ColumnSpan: 1, RowSpan: 1 })
        {
            return;
        }

        merges.Add(CellReference.Range(row, cell.Column, cell.RowSpan, cell.ColumnSpan));
        for (var column = cell.Column + 1; column < cell.Column + cell.ColumnSpan; column++)
        {
            cells.Add((column, format, null));
        }

        for (var below = row + 1; below < row + cell.RowSpan; below++)
        {
            if (!covered.TryGetValue(below, out var list))
            {
                covered.Add(below, list = []);
            }

            list.AddRange(Enumerable.Range(cell.Column, cell.ColumnSpan).Select(column => (column, format)));
        }
    }

    private Cell Content(int row, int column, uint format, SheetCell? content)
    {
        var cell = new Cell { CellReference = CellReference.Of(row, column), StyleIndex = format };
        if (content?.Formula is { } formula)
        {
            cell.DataType = CellValues.String;
            cell.CellFormula = new CellFormula(formula);
            cell.CellValue = new CellValue(content.Text ?? "");
        }
        else if (content?.Text is { Length: > 0 } text)
        {
            cell.DataType = CellValues.SharedString;
            cell.CellValue = new CellValue(strings.IndexOf(text, $"{sheet.Name}!{cell.CellReference}"));
        }
        else if (content?.Number is { } number)
        {
            cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else if (content?.Date is { } date)
        {
            cell.CellValue = new CellValue(date.DayNumber - Epoch.DayNumber);
        }
        else if (content?.Error is { } error)
        {
            cell.DataType = CellValues.Error;
            cell.CellValue = new CellValue(error);
        }

        return cell;
    }

    private void WriteMerges(OpenXmlWriter writer)
    {
        if (merges.Count > 0)
        {
            writer.WriteElement(new MergeCells(merges.Select(range => new MergeCell { Reference = range })) { Count = (uint)merges.Count });
        }
    }

    private void WriteValidations(OpenXmlWriter writer)
    {
        if (sheet.Validations.Count > 0)
        {
            writer.WriteElement(new DataValidations(sheet.Validations.Select(dropDowns.Validation)) { Count = (uint)sheet.Validations.Count });
        }
    }

    // Codes are text on purpose: no green corners.
    private void WriteIgnoredErrors(OpenXmlWriter writer)
    {
        var columns = Math.Max(1, Math.Max(sheet.ColumnWidths.Count,
            sheet.Rows.SelectMany(row => row.Cells).Select(cell => cell.Column + cell.ColumnSpan).DefaultIfEmpty(1).Max()));
        writer.WriteElement(new IgnoredErrors(new IgnoredError
        {
            SequenceOfReferences = new() { InnerText = CellReference.Range(0, 0, Math.Max(1, sheet.Rows.Count), columns) },
            NumberStoredAsText = true,
        }));
    }
}
