using FinalAccounts.Accounts;

namespace FinalAccounts.Import;

/// <summary>Money from the unit of a file into 元, exact to the 分 (half away from zero): more decimals are noise of spreadsheets' binary arithmetic.</summary>
internal static class Money
{
    /// <summary>The amount must be within <see cref="ImportLimits.Amount"/>.</summary>
    public static decimal ToYuan(decimal amount, MoneyUnit unit) =>
        Math.Round(unit == MoneyUnit.TenThousandYuan ? amount * 10_000m : amount, 2, MidpointRounding.AwayFromZero) is var yuan and not 0 ? yuan : 0m;

    public static decimal FromYuan(decimal yuan, MoneyUnit unit) => unit == MoneyUnit.TenThousandYuan ? yuan / 10_000m : yuan;

    /// <summary>元 or 万元; null for any other text.</summary>
    public static MoneyUnit? Unit(string? text) => LooseText.Of(text).Replace("人民币", "", StringComparison.Ordinal) switch
    {
        "元" => MoneyUnit.Yuan,
        "万元" => MoneyUnit.TenThousandYuan,
        _ => null,
    };

    public static string Name(MoneyUnit unit) => unit == MoneyUnit.Yuan ? "元" : "万元";
}
