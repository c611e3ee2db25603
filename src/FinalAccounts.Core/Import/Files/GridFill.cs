namespace FinalAccounts.Import.Files;

/// <summary>Fills a grid cell by cell, row after row, and stops at what <see cref="ImportLimits"/> allows; the same for every format.</summary>
internal sealed class GridFill(SheetGrid grid, ImportFindings findings)
{
    private readonly List<MergedRange> merges = [];
    private readonly List<(int From, int To)> hiddenColumns = [];
    private int lastFilled = -1;
    private int filled;

    /// <summary>Adds the cell; false when the sheet goes beyond the limits, which is reported.</summary>
    public bool Add(GridCell cell, bool rowHidden = false)
    {
        if (cell.Row is < 0 or >= ImportLimits.Rows || cell.Column is < 0 or >= ImportLimits.Columns)
        {
            findings.Fatal("IMP-06", $"{CellAddress.Of(cell.Row, cell.Column)} 还有内容，超出了表格的范围（上限 {ImportLimits.Columns} 列）。请删除表格以外的内容后再导入。", grid.Whole);
            return false;
        }

        if (cell.Row - lastFilled > ImportLimits.BlankRows + 1)
        {
            findings.Fatal("IMP-07", $"第 {cell.Row + 1} 行还有内容，与前面的内容隔了 {cell.Row - lastFilled - 1} 个空行。请删除中间的空行，或删除这里的多余内容。", grid.Place(cell.Row, 0));
            return false;
        }

        if (cell.Row != lastFilled && ++filled > ImportLimits.FilledRows)
        {
            findings.Fatal("IMP-06", $"工作表的内容过多（上限 {ImportLimits.FilledRows} 行、{ImportLimits.Columns} 列）。请只保留需要的内容后再导入。", grid.Whole);
            return false;
        }

        lastFilled = cell.Row;
        grid.Add(cell);
        if (rowHidden)
        {
            grid.HideRow(cell.Row);
        }

        return true;
    }

    /// <summary>Merged cells, where a format says so before or among the cells; they count from <see cref="Finish"/> on.</summary>
    public void Merge(MergedRange range) => merges.Add(range);

    /// <summary>Hidden columns, likewise; of a run that goes on to the sheet's edge, those that have cells.</summary>
    public void HideColumns(int from, int to) => hiddenColumns.Add((from, to));

    /// <summary>The sheet is over.</summary>
    public void Finish()
    {
        foreach (var range in merges)
        {
            grid.Merge(range);
        }

        foreach (var (from, to) in hiddenColumns)
        {
            for (var hidden = Math.Max(0, from); hidden <= Math.Min(to, grid.LastColumn); hidden++)
            {
                grid.HideColumn(hidden);
            }
        }
    }

    /// <summary>Whether another sheet may be read; reported when not.</summary>
    public static bool IsSheetAllowed(int count, string file, ImportFindings findings)
    {
        if (count < ImportLimits.Sheets)
        {
            return true;
        }

        findings.Fatal("IMP-06", $"工作簿的工作表超过 {ImportLimits.Sheets} 张。请只保留需要的工作表后再导入。", new Place(file));
        return false;
    }
}
