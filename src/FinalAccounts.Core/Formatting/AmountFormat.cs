using System.Globalization;
using FinalAccounts.Templates;

namespace FinalAccounts.Formatting;

/// <summary>How money, kept in 元, is printed in 万元: two decimals, half away from zero. The one place where 元 becomes 万元.</summary>
/// <param name="SeparateThousands">95,205.29 instead of 95205.29.</param>
/// <param name="TrimWhole">180 instead of 180.00; an amount that is not zero but rounds to zero keeps 0.00.</param>
public sealed record AmountFormat(bool SeparateThousands, bool TrimWhole)
{
    /// <summary>元 in one 万元.</summary>
    public const decimal YuanPerUnit = TenThousandYuan.Yuan;

    /// <summary>For the text, as the set chooses.</summary>
    public static AmountFormat Text(SetOptions options) => new(options.SeparateThousands, options.TrimWholeAmounts);

    /// <summary>For tables: always two decimals with separators, so that the points stand under each other.</summary>
    public static AmountFormat Table { get; } = new(SeparateThousands: true, TrimWhole: false);

    /// <summary>The amount in 万元, rounded as it is printed.</summary>
    public static decimal Rounded(decimal yuan) => Math.Round(yuan / YuanPerUnit, 2, MidpointRounding.AwayFromZero);

    /// <summary>The amount in 万元 to the last digit, for findings: a difference below 0.01万元 must not read as 0.00.</summary>
    public static string Exact(decimal yuan) => (yuan / YuanPerUnit).ToString("#,##0.00######", CultureInfo.InvariantCulture);

    /// <summary>Whether an amount that is not zero prints as zero.</summary>
    public static bool VanishesInPrint(decimal yuan) => yuan != 0 && Rounded(yuan) == 0;

    /// <summary>The amount in 万元 as printed, without the unit.</summary>
    public string Print(decimal yuan)
    {
        var rounded = Rounded(yuan);
        var whole = TrimWhole && rounded == decimal.Truncate(rounded) && !VanishesInPrint(yuan);
        var pattern = (SeparateThousands, whole) switch
        {
            (true, true) => "#,##0",
            (true, false) => "#,##0.00",
            (false, true) => "0",
            (false, false) => "0.00",
        };
        return (rounded == 0 ? 0m : rounded).ToString(pattern, CultureInfo.InvariantCulture);
    }
}
