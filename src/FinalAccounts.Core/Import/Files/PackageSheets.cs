namespace FinalAccounts.Import.Files;

/// <summary>The sheets of a package in the workbook's order, the same for the XML and the binary form.</summary>
internal static class PackageSheets
{
    /// <summary>The worksheets, within <see cref="ImportLimits"/>; other kinds of sheets are passed over.</summary>
    /// <param name="read">Reads a part into its grid; false when the package lacks the part.</param>
    public static IReadOnlyList<SheetGrid> Read(
        IEnumerable<(string Name, string Id, bool Hidden)> sheets, IReadOnlyList<(string Id, string Kind, string Target)> relations,
        ImportFile file, ImportFindings findings, Func<SheetGrid, string, bool> read)
    {
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
            if (relation.Target is null || !read(grid, relation.Target))
            {
                findings.Fatal("IMP-04", $"工作表“{name}”在文件里没有内容部件，文件不完整。请用 Excel 或 WPS 打开检查，另存为新的工作簿后再导入。", grid.Whole);
            }

            grids.Add(grid);
        }

        return grids;
    }
}
