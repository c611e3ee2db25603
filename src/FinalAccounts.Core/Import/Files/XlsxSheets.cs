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
        var grids = new List<SheetGrid>();
        foreach (var (name, id, hidden) in sheets)
        {
            var relation = relations.FirstOrDefault(relation => relation.Id == id);
            if (relation.Kind is "chartsheet" or "dialogsheet" or "xlMacrosheet")
            {
                continue;
            }

            if (!GridFill.IsSheetAllowed(grids.Count, file.Name, findings))
            {
                break;
            }

            var grid = new SheetGrid(file.Name, name, hidden);
            if (relation.Target is null || !new XlsxSheet(grid, cells, findings).Read(package, relation.Target, cancellation))
            {
                findings.Fatal("IMP-04", $"工作表“{name}”在文件里没有内容部件，文件不完整。请用 Excel 或 WPS 打开检查，另存为新的工作簿后再导入。", grid.Whole);
            }

            grids.Add(grid);
        }

        return grids;
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
                default:
                    break;
            }
        }

        return (sheets, from1904, stale);
    }
}
