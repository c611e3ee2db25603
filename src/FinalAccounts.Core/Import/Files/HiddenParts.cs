namespace FinalAccounts.Import.Files;

/// <summary>Says what was read although nobody sees it in the workbook: hidden sheets, rows and columns may hold what is not meant for the public.</summary>
internal static class HiddenParts
{
    /// <summary>Reports the hidden parts of sheets that were read.</summary>
    public static void Report(IEnumerable<SheetGrid> grids, ImportFindings findings)
    {
        foreach (var grid in grids.Distinct())
        {
            if (grid.Hidden)
            {
                Warn($"工作表“{grid.Name}”是隐藏的", [grid.Whole], findings);
            }

            var rows = grid.HiddenRows.ToList();
            if (rows.Count > 0)
            {
                Warn($"工作表“{grid.Name}”的第 {string.Join("、", rows.Select(row => row + 1))} 行是隐藏的", [.. rows.Select(row => grid.Place(row, 0))], findings);
            }

            var columns = grid.HiddenColumns.ToList();
            if (columns.Count > 0)
            {
                Warn($"工作表“{grid.Name}”的 {string.Join("、", columns.Select(CellAddress.ColumnName))} 列是隐藏的", [.. columns.Select(column => grid.Place(0, column))], findings);
            }
        }
    }

    private static void Warn(string what, Place[] places, ImportFindings findings) =>
        findings.Warn("IMP-09", $"{what}，其中的内容照样读取，会写进公开文档。请取消隐藏后核对；不该公开的请删除。", places);
}
