using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>Reads the words of a table's cell: text, a date in one form, one of the column's options.</summary>
internal static class CellWords
{
    /// <summary>The cell; blank where nothing stands. What does not fit is kept as it stands and reported.</summary>
    /// <param name="name">Table, row and column, for messages.</param>
    public static AccountsCell Read(GridCell? cell, CellForm form, string name, Place place, ImportFindings findings)
    {
        if (cell is null || (cell.Error is null && cell.Display.Trim().Length == 0))
        {
            return new AccountsCell(null, place);
        }

        if (cell.Error is { } error)
        {
            findings.Fatal("IMP-31", $"{name}：{(error == SheetErrors.NotCalculated ? "公式还没有计算结果。请用 Excel 或 WPS 打开工作簿，重新计算并保存" : $"是错误值 {error}。请改正公式，或填入内容")}。", place);
            return new AccountsCell(null, place);
        }

        return new AccountsCell(null, place) { Text = form.Kind switch { CellKind.Date => Date(cell, name, place, findings), CellKind.Choice => Choice(cell, form, name, place, findings), _ => Plain(cell) } };
    }

    /// <summary>A percentage as ratio.</summary>
    public static FigureReading Rate(GridCell? cell)
    {
        if (cell is null or { Error: not null })
        {
            return FigureText.ReadCount(cell, null);
        }

        if (cell.Value is decimal number)
        {
            // 0.985 may be 98.5% or 0.985%; only what Excel shows as a percentage, or what can be no ratio, is sure.
            return cell.Format?.Contains('%') == true ? new FigureReading(number, null, false)
                : Math.Abs(number) > 2 ? new FigureReading(number / 100m, null, false)
                : number is 0 ? new FigureReading(0, null, false)
                : FigureReading.Doubt($"应填百分数，现在是没有百分号的“{cell.Display}”。请写明百分号，如 98.5%");
        }

        var text = cell.Display.Trim();
        var read = FigureText.ParseCount(text.TrimEnd('%', '％'), null);
        return read.Number is { } percent ? new FigureReading(percent / 100m, null, false) : read;
    }

    private static string Plain(GridCell cell) => FactSheets.FactParser.Paragraphs(cell.Display);

    private static string Date(GridCell cell, string name, Place place, ImportFindings findings)
    {
        if (FactSheets.FactParser.DateOf(cell) is var (date, exactness))
        {
            return Formatting.ChineseText.Date(date, exactness);
        }

        findings.Error("IMP-30", $"{name}：应填日期（如 2024-05-15、2024年5月），现在是“{cell.Display.Trim()}”。", place);
        return Plain(cell);
    }

    private static string Choice(GridCell cell, CellForm form, string name, Place place, ImportFindings findings)
    {
        if (form.Options.FirstOrDefault(option => LooseText.Of(option) == cell.Loose) is { } option)
        {
            return option;
        }

        findings.Error("IMP-30", $"{name}：“{cell.Display.Trim()}”不在可选项里。可选：{string.Join("、", form.Options)}。", place);
        return Plain(cell);
    }
}
