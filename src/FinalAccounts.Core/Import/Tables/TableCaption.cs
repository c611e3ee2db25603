using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Import.Tables;

/// <summary>What stands between title and header: 部门：… and 金额单位：….</summary>
/// <param name="UnitName">As written; null when there is none.</param>
/// <param name="Unit">Null when there is none or when it was not understood, which is then reported.</param>
internal sealed partial record TableCaption(string? UnitName, Place? UnitNamePlace, MoneyUnit? Unit)
{
    public static TableCaption Read(TableRegion region, int headerEnd, string table, ImportFindings findings)
    {
        string? unitName = null;
        Place? unitNamePlace = null;
        MoneyUnit? unit = null;
        var reported = false;
        for (var row = region.Top - 1; row <= headerEnd; row++)
        {
            for (var column = region.Left; column <= region.Right; column++)
            {
                if (region.Grid.Cell(row, column) is not { Value: string text } cell)
                {
                    continue;
                }

                var loose = cell.Loose;
                if (MoneyPattern().Match(loose) is { Success: true } money)
                {
                    var name = money.Groups[1].Value.Length > 0 ? money.Groups[1].Value : Next(region, row, column)?.Loose ?? "";
                    var found = MoneyName().Match(name) is { Success: true } known ? Money.Unit(known.Value) : null;
                    if (found is null && (money.Value.Contains("金额", StringComparison.Ordinal) || name.EndsWith('元')))
                    {
                        findings.Fatal("IMP-15", $"{table}：金额单位“{name}”不认识。请改为“万元”或“元”，并核对数字。", region.Grid.Place(cell));
                        reported = true;
                    }
                    else if (found is not null && unit is not null && unit != found)
                    {
                        findings.Fatal("IMP-15", $"{table}：金额单位写了两种（元、万元）。请只留一种，并核对数字。", region.Grid.Place(cell));
                        reported = true;
                    }

                    unit ??= found;
                }

                if (unitName is null && UnitPattern().Match(loose) is { Success: true } match && Money.Unit(match.Groups[1].Value) is null)
                {
                    var holder = match.Groups[1].Value.Length > 0 ? cell : Next(region, row, column);
                    var written = match.Groups[1].Value.Length > 0 ? AfterColon().Replace(text.Trim(), "", 1) : holder?.Display.Trim();
                    if (holder is not null && !string.IsNullOrEmpty(written))
                    {
                        unitName = MoneyTail().Replace(written, "").Trim();
                        unitNamePlace = region.Grid.Place(holder);
                    }
                }
            }
        }

        if (unit is null && !reported)
        {
            findings.Fatal("IMP-14", $"{table}：没有找到“金额单位：万元”或“金额单位：元”。请在标题和表头之间补上金额单位一行。", region.Grid.Place(region.Top, region.Left));
        }

        return new TableCaption(unitName, unitNamePlace, unit);
    }

    private static GridCell? Next(TableRegion region, int row, int column) =>
        Enumerable.Range(column + 1, Math.Max(0, region.Right - column)).Select(next => region.Grid.Cell(row, next)).FirstOrDefault(cell => cell is not null);

    [GeneratedRegex(@"(?:金额单位|计量单位|货币单位|(?<!金额|计量|预算|编制|填报|公开)单位)[:]?((?:人民币)?[\u4e00-\u9fff]{0,3}元)|(?:金额单位|计量单位):?()$")]
    private static partial Regex MoneyPattern();

    [GeneratedRegex(@"^(?:人民币)?万?元")]
    private static partial Regex MoneyName();

    [GeneratedRegex(@"^(?:(?:公开|编制|填报|预算)?(?:部门|单位)(?:名称)?)(?:\(盖章\)|\(公章\))?:(.*)$")]
    private static partial Regex UnitPattern();

    [GeneratedRegex(@"^[^：:︰∶]*[：:︰∶]\s*")]
    private static partial Regex AfterColon();

    [GeneratedRegex(@"\s*(金额|计量)?单\s*位\s*[：:]\s*(人民币)?\s*万?元.*$")]
    private static partial Regex MoneyTail();
}
