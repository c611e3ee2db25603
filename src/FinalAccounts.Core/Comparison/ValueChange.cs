namespace FinalAccounts.Comparison;

/// <summary>A cell or fact that two accounts give differently. Values as canonical JSON writes them: money in 元, dates as 2024-09-29; null for blank.</summary>
/// <param name="Sheet">The table's key (表01; last year's 上年表01) or the fact sheet's name.</param>
/// <param name="Row">Row key of a table; the record's number from 1 of a records sheet; empty for a fields sheet.</param>
/// <param name="Column">Column key or field name.</param>
/// <param name="IsFact">Whether it is a fact.</param>
public sealed record ValueChange(string Sheet, string Row, string Column, bool IsFact, string? Before, string? After)
{
    /// <summary>For people: 表01［收入总计，金额］, 出国团组［第2条，人次］.</summary>
    public string Name => Row.Length == 0 ? $"{Sheet}［{Column}］"
        : IsFact ? $"{Sheet}［第{Row}条，{Column}］"
        : $"{Sheet}［{Row}，{Column}］";

    /// <summary>Name and both values for people: 表01［收入总计，金额］ 952,052,900元 → 952,152,900元. Of a long text its beginning and its length.</summary>
    public string Summary => $"{Name} {Printed(Before)} → {Printed(After)}";

    private const int LongestText = 40;

    private string Printed(string? value) =>
        value is null ? "（空）"
        : decimal.TryParse(value, out var number) ? number.ToString("#,##0.############") + (IsFact ? "" : "元")
        : value.Length <= LongestText ? value
        : $"{value[..LongestText]}……（共{value.Length}字）";
}

/// <summary>A correction that may explain a <see cref="ValueChange"/>: the same sheet, row and column.</summary>
/// <param name="By">Who, as shown to people.</param>
/// <param name="On">The day, as shown to people.</param>
public sealed record CorrectionNote(string Sheet, string Row, string Column, string Reason, string By, string On);
