using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Import.FactSheets;

/// <summary>The mark of a sheet that was carried over from last year: a cell with a drop-down beside its title, until somebody chooses 已核对.</summary>
internal static class CarriedMark
{
    private const string Open = "沿用上年，未核对";
    private const string Seen = "已核对";
    private const int TopRows = 3;

    /// <summary>The cell and its drop-down in the form's first row.</summary>
    /// <param name="column">Behind the form's last column.</param>
    public static (SheetCell Cell, SheetValidation Check) Of(int column)
    {
        var address = CellAddress.ColumnName(column) + "1";
        return (new SheetCell(column, Open) { Style = SheetStyle.Input }, new SheetValidation($"{address}:{address}", [Open, Seen], ValidationType.List, "这张表的内容沿用上年。逐条看过、改好以后，在这里选“已核对”。"));
    }

    /// <summary>The sheet, marked where its grid is; a mark that stands is a warning.</summary>
    public static FactSheet Read(FactSheet sheet, SheetGrid grid, ImportFindings findings)
    {
        if (grid.Cells.FirstOrDefault(cell => cell.Row < TopRows && cell.Loose == LooseText.Of(Open)) is not { } mark || sheet.Records.Count == 0)
        {
            return sheet;
        }

        findings.Warn("IMP-59", $"工作表“{sheet.Name}”沿用上年的内容，还没有人核对。请逐条看过、改好，再把这一格改为“{Seen}”。", grid.Place(mark));
        return sheet with { CarriedOver = true };
    }
}
