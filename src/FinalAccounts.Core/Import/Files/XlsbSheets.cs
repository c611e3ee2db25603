using System.Buffers.Binary;
using System.Globalization;

namespace FinalAccounts.Import.Files;

/// <summary>Reads an .xlsb workbook from its binary parts ([MS-XLSB]): values, errors, formulas and whether their results can be trusted.</summary>
internal static class XlsbSheets
{
    private const int Format = 44, CellFormat = 47, WorkbookProperties = 153, Sheet = 156, Calculation = 157, BeginCellFormats = 617, EndCellFormats = 618, SharedString = 19;

    /// <summary>The worksheets in order, within <see cref="ImportLimits"/>.</summary>
    public static IReadOnlyList<SheetGrid> Read(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        using var package = new XlsxPackage(file.Content);
        var workbook = package.Relations("").Where(relation => relation.Kind == "officeDocument").Select(relation => relation.Target).FirstOrDefault("xl/workbook.bin");
        var relations = package.Relations(workbook);
        string? Part(string kind) => relations.FirstOrDefault(relation => relation.Kind == kind).Target;
        var (sheets, from1904, stale) = Workbook(package, workbook);
        var cells = new XlsbCells(Strings(package, Part("sharedStrings")), Formats(package, Part("styles")), from1904, stale);
        return PackageSheets.Read(sheets, relations, file, findings, (grid, part) => new XlsbSheet(grid, cells, findings).Read(package, part, cancellation));
    }

    private static (List<(string Name, string Id, bool Hidden)> Sheets, bool From1904, bool Stale) Workbook(XlsxPackage package, string part)
    {
        var sheets = new List<(string Name, string Id, bool Hidden)>();
        var (from1904, stale) = (false, false);
        foreach (var (kind, content) in XlsbRecords.Read(package.Open(part)))
        {
            var record = content.Span;
            switch (kind)
            {
                case WorkbookProperties:
                    from1904 = (record[0] & 1) != 0;
                    break;
                case Calculation when record.Length >= 26:
                    stale = (record[24] & 1) != 0;
                    break;
                case Sheet:
                    var at = 8;
                    var id = XlsbRecords.Text(record, ref at);
                    var name = XlsbRecords.Text(record, ref at);
                    sheets.Add((name.Length > 0 ? name : $"工作表{(sheets.Count + 1).ToString(CultureInfo.InvariantCulture)}", id, BinaryPrimitives.ReadInt32LittleEndian(record) != 0));
                    break;
            }
        }

        return (sheets, from1904, stale);
    }

    private static List<string> Strings(XlsxPackage package, string? part)
    {
        var strings = new List<string>();
        var total = 0L;
        foreach (var (kind, content) in XlsbRecords.Read(part is null ? null : package.Open(part)))
        {
            if (kind == SharedString)
            {
                var at = 1;
                strings.Add(XlsxText.Plain(XlsbRecords.Text(content.Span, ref at)));
                total += strings[^1].Length + 1;
                if (total > XlsxText.SharedCharacters || strings[^1].Length > XlsxText.CellCharacters)
                {
                    throw new SheetException("文字的总量太大");
                }
            }
        }

        return strings;
    }

    private static XlsxFormats Formats(XlsxPackage package, string? part)
    {
        var own = new Dictionary<int, string>();
        var cells = new List<int>();
        var inCells = false;
        foreach (var (kind, content) in XlsbRecords.Read(part is null ? null : package.Open(part)))
        {
            var record = content.Span;
            switch (kind)
            {
                case Format:
                    var at = 2;
                    own[BinaryPrimitives.ReadUInt16LittleEndian(record)] = XlsbRecords.Text(record, ref at);
                    break;
                case BeginCellFormats or EndCellFormats:
                    inCells = kind == BeginCellFormats;
                    break;
                case CellFormat when inCells:
                    cells.Add(BinaryPrimitives.ReadUInt16LittleEndian(record[2..]));
                    break;
            }
        }

        return new XlsxFormats(own, cells);
    }
}
