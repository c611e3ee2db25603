using System.Globalization;

namespace FinalAccounts.Import.Files;

/// <summary>Reads an .xlsx or .xlsm workbook straight from its parts: transitional and strict, whatever program wrote it (decision 0028).</summary>
internal static class XlsxSheets
{
    /// <summary>The worksheets in order, within <see cref="ImportLimits"/>.</summary>
    public static IReadOnlyList<SheetGrid> Read(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        using var package = new XlsxPackage(file.Content);
        var workbook = package.Relations("").Where(relation => relation.Kind == "officeDocument").Select(relation => relation.Target).FirstOrDefault("xl/workbook.xml");
        var relations = package.Relations(workbook);
        var (sheets, from1904, stale) = Workbook(package, workbook);
        string? Part(string kind) => relations.FirstOrDefault(relation => relation.Kind == kind).Target;
        var cells = new XlsxCells(XlsxText.Shared(package, Part("sharedStrings")), new XlsxFormats(package, Part("styles")), from1904, stale);
        return PackageSheets.Read(sheets, relations, file, findings, (grid, part) => new XlsxSheet(grid, cells, findings).Read(package, part, cancellation));
    }

    private static (List<(string Name, string Id, bool Hidden)> Sheets, bool From1904, bool Stale) Workbook(XlsxPackage package, string part)
    {
        var sheets = new List<(string Name, string Id, bool Hidden)>();
        var (from1904, stale) = (false, false);
        foreach (var reader in package.Elements(part))
        {
            switch (reader.LocalName)
            {
                case "workbookPr":
                    from1904 = XlsxPackage.Says(reader, "date1904");
                    break;
                case "calcPr":
                    stale = XlsxPackage.Says(reader, "fullCalcOnLoad");
                    break;
                case "sheet":
                    var name = XlsxText.Plain(reader.GetAttribute("name") ?? $"工作表{(sheets.Count + 1).ToString(CultureInfo.InvariantCulture)}");
                    var hidden = reader.GetAttribute("state") is "hidden" or "veryHidden";
                    var id = "";
                    while (reader.MoveToNextAttribute())
                    {
                        id = reader.LocalName == "id" ? reader.Value : id;
                    }

                    reader.MoveToElement();
                    sheets.Add((name, id, hidden));
                    break;
            }
        }

        return (sheets, from1904, stale);
    }
}
