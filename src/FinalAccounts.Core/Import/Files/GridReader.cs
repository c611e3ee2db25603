using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using FinalAccounts.Documents;

namespace FinalAccounts.Import.Files;

/// <summary>Reads a workbook into grids, whatever its format, within <see cref="ImportLimits"/>; what is hidden is read like the rest, and marked.</summary>
internal static class GridReader
{
    static GridReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The sheets in order; null after a Fatal finding that concerns the whole file.</summary>
    public static IReadOnlyList<SheetGrid>? Read(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        var place = new Place(file.Name);
        if (FileGuard.Check(file, findings, cancellation) is not { } format)
        {
            return null;
        }

        try
        {
            var grids = format == WorkbookFormat.Xlsx ? XlsxSheets.Read(file, findings, cancellation) : Binary(file, findings, cancellation);
            if (grids.Count > 0)
            {
                return [.. grids.Select(grid => Unprintable.Replace(grid, findings))];
            }

            findings.Fatal("IMP-04", "工作簿里没有工作表。请打开检查是不是存错了文件，另存为新的工作簿后再导入。", place);
            return null;
        }
        catch (InvalidPasswordException)
        {
            findings.Fatal("IMP-03", "工作簿有打开密码，无法读取。请在 Excel 或 WPS 里取消密码（文件 ▸ 信息 ▸ 保护工作簿）后再导入。", place);
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            findings.Fatal("IMP-04", "工作簿的 XML 里有文档类型声明（DTD），正常的工作簿不会有，没有读取。请另存为新的工作簿后再导入。", place);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // ExcelDataReader meets broken content with exceptions of many kinds (IndexOutOfRange, NullReference, Xml, HeaderException).
            findings.Fatal("IMP-04", $"文件已损坏或不完整，读取失败（{e.GetType().Name}）。请用 Excel 或 WPS 打开检查，另存为新的工作簿后再导入。", place);
        }

        return null;
    }

    private static List<SheetGrid> Binary(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file.Content.ToArray(), writable: false));
        var compound = CompoundFile.Open(file.Content);
        var errors = (compound.Read("Workbook") ?? compound.Read("Book")) is { } biff ? XlsErrors.Read(biff) : new SheetErrors();
        return Sheets(file.Name, reader, errors, findings, cancellation);
    }

    private static List<SheetGrid> Sheets(
        string file, IExcelDataReader reader, SheetErrors errors, ImportFindings findings, CancellationToken cancellation)
    {
        var grids = new List<SheetGrid>();
        do
        {
            if (grids.Count == ImportLimits.Sheets)
            {
                findings.Fatal("IMP-06", $"工作簿的工作表超过 {ImportLimits.Sheets} 张。请只保留需要的工作表后再导入。", new Place(file));
                return grids;
            }

            grids.Add(Sheet(file, reader, errors.Of(grids.Count), findings, cancellation));
        }
        while (reader.NextResult());
        return grids;
    }

    private static SheetGrid Sheet(
        string file, IExcelDataReader reader, IEnumerable<(int Row, int Column, string Error)> errors, ImportFindings findings, CancellationToken cancellation)
    {
        var grid = new SheetGrid(file, reader.Name, reader.VisibleState != "visible");
        var lastFilled = -1;
        var filled = 0;
        for (var row = 0; reader.Read(); row++)
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

            var cells = Row(reader, row);
            if (cells.Count == 0)
            {
                continue;
            }

            if (row - lastFilled > ImportLimits.BlankRows + 1)
            {
                findings.Fatal("IMP-07", $"第 {row + 1} 行还有内容，与前面的内容隔了 {row - lastFilled - 1} 个空行。请删除中间的空行，或删除这里的多余内容。", grid.Place(row, 0));
                break;
            }

            lastFilled = row;
            cells.ForEach(grid.Add);
            if (reader.RowHeight == 0)
            {
                grid.HideRow(row);
            }

            if (++filled > ImportLimits.FilledRows || grid.LastColumn >= ImportLimits.Columns)
            {
                findings.Fatal("IMP-06", $"工作表的内容过多（上限 {ImportLimits.FilledRows} 行、{ImportLimits.Columns} 列）。请只保留需要的内容后再导入。", grid.Whole);
                break;
            }
        }

        for (var column = 0; column <= grid.LastColumn; column++)
        {
            if (reader.GetColumnWidth(column) == 0)
            {
                grid.HideColumn(column);
            }
        }

        foreach (var (row, column, error) in errors)
        {
            grid.Add(new GridCell(row, column, null, null, error));
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

    // Excel keeps binary doubles: 95205.29 may come as 95205.289999999994. Fifteen significant digits, as Excel shows, give back what was typed.
    private static object? Value(object? raw) => raw switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text,
        double number => Math.Abs(number) < 1e20 ? (decimal)number : number,
        int number => (decimal)number,
        _ => raw,
    };
}
