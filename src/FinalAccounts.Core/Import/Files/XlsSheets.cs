using System.Text;
using ExcelDataReader;

namespace FinalAccounts.Import.Files;

/// <summary>Reads an .xls workbook (and .et of WPS, which is one) through ExcelDataReader; errors and formulas, which it does not give, come from the records themselves.</summary>
internal static class XlsSheets
{
    static XlsSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The worksheets in order, within <see cref="ImportLimits"/>.</summary>
    public static IReadOnlyList<SheetGrid> Read(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file.Content.ToArray(), writable: false));
        var compound = CompoundFile.Open(file.Content);
        var records = (compound.Read("Workbook") ?? compound.Read("Book")) is { } biff ? XlsRecords.Read(biff) : new XlsRecords();
        var grids = new List<SheetGrid>();
        do
        {
            if (!GridFill.IsSheetAllowed(grids.Count, file.Name, findings))
            {
                break;
            }

            grids.Add(Sheet(file.Name, reader, records, grids.Count, findings, cancellation));
        }
        while (reader.NextResult());
        return grids;
    }

    private static SheetGrid Sheet(string file, IExcelDataReader reader, XlsRecords records, int sheet, ImportFindings findings, CancellationToken cancellation)
    {
        var grid = new SheetGrid(file, reader.Name, reader.VisibleState != "visible");
        var fill = new GridFill(grid, findings);
        var whole = true;
        for (var row = 0; whole && reader.Read(); row++)
        {
            if ((row & 0x3FF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (row >= ImportLimits.Rows || (long)row * Math.Max(1, reader.FieldCount) > ImportLimits.Cells)
            {
                findings.Fatal("IMP-06", $"工作表的范围过大（{reader.FieldCount} 列，读到第 {row} 行为止）。请删除表格以外的空行和空列后再导入。", grid.Whole);
                break;
            }

            foreach (var cell in Row(reader, row))
            {
                whole = whole && fill.Add(cell, reader.RowHeight == 0);
            }
        }

        for (var column = 0; column <= grid.LastColumn; column++)
        {
            if (reader.GetColumnWidth(column) == 0)
            {
                grid.HideColumn(column);
            }
        }

        foreach (var (row, column, error) in records.Errors(sheet))
        {
            grid.Add(new GridCell(row, column, null, null, error));
        }

        foreach (var (row, column, formula) in records.Formulas(sheet))
        {
            grid.AddFormula(row, column, formula);
        }

        foreach (var range in reader.MergeCells ?? [])
        {
            grid.Merge(new MergedRange(range.FromRow, range.FromColumn, range.ToRow, range.ToColumn));
        }

        return grid;
    }

    private static List<GridCell> Row(IExcelDataReader reader, int row)
    {
        var cells = new List<GridCell>();
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (Value(reader.GetValue(column)) is { } value)
            {
                var error = value is string text && FigureErrors.IsError(text.Trim()) ? text.Trim() : null;
                cells.Add(new GridCell(row, column, error is null ? value : null, reader.GetNumberFormatString(column), error));
            }
        }

        return cells;
    }

    private static object? Value(object? raw) => raw switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text,
        double number => NumberValue.Of(number),
        int number => (decimal)number,
        _ => raw,
    };
}
