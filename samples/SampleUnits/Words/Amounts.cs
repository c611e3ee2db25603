using System.Globalization;
using FinalAccounts.Formatting;

namespace FinalAccounts.Samples.Words;

/// <summary>Numbers as an office types them.</summary>
internal static class Amounts
{
    /// <summary>元 as they come out of 万元 with two decimals.</summary>
    public static decimal Typed(decimal yuan) => AmountFormat.Rounded(yuan) * AmountFormat.YuanPerUnit;

    /// <summary>1,234.50万元.</summary>
    public static string Text(decimal yuan) => (Typed(yuan) / AmountFormat.YuanPerUnit).ToString("#,##0.00", CultureInfo.InvariantCulture) + "万元";

    /// <summary>98.5%, from a ratio.</summary>
    public static string Percent(decimal ratio) => (ratio * 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>A number without decimals that say nothing.</summary>
    public static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
