using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Import.Tables;

/// <summary>What stands between title and header: 部门：… and 金额单位：….</summary>
/// <param name="UnitName">As written; null when there is none.</param>
/// <param name="Unit">Null when there is none or when it was not understood, which is then reported.</param>
internal sealed partial record TableCaption(string? UnitName, Place? UnitNamePlace, MoneyUnit? Unit)
{
    /// <summary>A unit of money is written, but was not understood; that was reported.</summary>
    public bool UnitMistaken { get; init; }

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
                        findings.Fatal("IMP-15", $"{table}：金额单位“{name}”不认识，只认得“万元”和“元”。{Conversion(name)}", region.Grid.Place(cell));
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

        return new TableCaption(unitName, unitNamePlace, unit) { UnitMistaken = reported };
    }

    private static string Conversion(string name) => name switch
    {
        "千元" => "请把表里的数都乘以 1000，金额单位改写为“元”；或都除以 10，改写为“万元”。",
        "百元" => "请把表里的数都乘以 100，金额单位改写为“元”。",
        "百万元" => "请把表里的数都乘以 100，金额单位改写为“万元”。",
        "千万元" => "请把表里的数都乘以 1000，金额单位改写为“万元”。",
        "亿元" => "请把表里的数都乘以 10000，金额单位改写为“万元”。",
        _ => "请核对数字是万元还是元，再改写金额单位。",
    };

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
