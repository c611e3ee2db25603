using System.Xml;
using ExcelDataReader.Exceptions;
using FinalAccounts.Import.Files.Formulas;

namespace FinalAccounts.Import.Files;

/// <summary>Reads a workbook into grids, whatever its format, within <see cref="ImportLimits"/>; what is hidden is read like the rest, and marked.</summary>
internal static class GridReader
{
    /// <summary>The sheets in order; null after a Fatal finding that concerns the whole file.</summary>
    public static IReadOnlyList<SheetGrid>? Read(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        if (file.Sheets is { } sheets)
        {
            return SheetsWire.Read(sheets, findings);
        }

        return FileGuard.Check(file, findings, cancellation) switch
        {
            null => null,
            WorkbookFormat.Bundle => FileBundle.Read(file, findings, cancellation),
            { } format => Read(format, file, findings, cancellation),
        };
    }

    /// <summary>The sheets of one file of several that belong together; null after a Fatal finding.</summary>
    public static IReadOnlyList<SheetGrid>? Part(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        var format = FileGuard.Check(file, findings, cancellation);
        if (format is WorkbookFormat.Bundle)
        {
            findings.Fatal("IMP-02", "压缩包里还有压缩包，没有读取。请解压后直接选择里面的表格。", new Place(file.Name));
            return null;
        }

        return format is null ? null : Read(format.Value, file, findings, cancellation, alone: false);
    }

    private static IReadOnlyList<SheetGrid>? Read(WorkbookFormat format, ImportFile file, ImportFindings findings, CancellationToken cancellation, bool alone = true)
    {
        var place = new Place(file.Name);
        try
        {
            var grids = Sheets(format, file, findings, cancellation);
            if (grids.Count > 0)
            {
                if (alone && format == WorkbookFormat.Csv)
                {
                    findings.Note("IMP-02", "这是 CSV 文件，只放得下一张工作表，不保留合并的单元格。几张表请每张存一个 CSV 一起选上，或放在一个工作簿里，另存为“Excel 工作簿（.xlsx）”后再导入。", grids[0].Whole);
                }

                StaleFormulas.Mark(grids, findings);
                LookAlikes.Correct(grids, findings);
                return [.. grids.Select(grid => Unprintable.Replace(grid, findings))];
            }

            findings.Fatal("IMP-04", "工作簿里没有工作表。请打开检查是不是存错了文件，另存为新的工作簿后再导入。", place);
            return null;
        }
        catch (InvalidPasswordException)
        {
            findings.Fatal("IMP-03", "工作簿有打开密码，无法读取。请在 Excel 或 WPS 里取消密码（文件 ▸ 信息 ▸ 保护工作簿）后再导入。", place);
        }
        catch (SheetException e)
        {
            findings.Fatal("IMP-04", $"文件里有正常的工作簿没有的内容（{e.Message}），没有读取。请用 Excel 或 WPS 打开检查，另存为新的工作簿后再导入。", place);
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

    private static IReadOnlyList<SheetGrid> Sheets(WorkbookFormat format, ImportFile file, ImportFindings findings, CancellationToken cancellation) => format switch
    {
        WorkbookFormat.Xlsx => XlsxSheets.Read(file, findings, cancellation),
        WorkbookFormat.Xlsb => XlsbSheets.Read(file, findings, cancellation),
        WorkbookFormat.Ods => OdsSheets.Read(file, findings, cancellation),
        WorkbookFormat.XmlSpreadsheet => XmlSpreadsheet.Read(file, findings, cancellation),
        WorkbookFormat.Csv => CsvSheet.Read(file, findings, cancellation),
        WorkbookFormat.Html => HtmlSheet.Read(file, findings, cancellation),
        _ => XlsSheets.Read(file, findings, cancellation),
    };
}
