using System.Globalization;
using FinalAccounts.Templates;

namespace FinalAccounts.Formatting;

/// <summary>How ratios are printed as percentages, half away from zero.</summary>
/// <param name="Decimals">Decimals of the percentage.</param>
/// <param name="Trim">64% instead of 64.0%; a share that rounds to zero stays 0.0%.</param>
public sealed record PercentFormat(int Decimals, bool Trim)
{
    /// <summary>1,472.86% instead of 1472.86%.</summary>
    public bool Separate { get; init; }

    /// <summary>Exactly nothing is 0%, whatever the decimals.</summary>
    public bool BareZero { get; init; }

    /// <summary>For the text, as the set chooses.</summary>
    public static PercentFormat Text(SetOptions options) =>
        new(options.PercentDecimals, options.TrimPercent) { Separate = options.SeparateThousands, BareZero = options.BareZeroPercent };

    /// <summary>The percentage, rounded as it is printed: 17.9 for a ratio of 0.17857.</summary>
    public decimal Rounded(decimal ratio) => Math.Round(ratio * 100m, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>The percentage as printed, with its sign %.</summary>
    public string Print(decimal ratio)
    {
        var rounded = Rounded(ratio);
        var whole = (BareZero && ratio == 0) || (Trim && rounded != 0 && rounded == decimal.Truncate(rounded));
        var pattern = (Separate ? "#,##0" : "0") + (whole || Decimals == 0 ? "" : "." + new string('0', Decimals));
        return (rounded == 0 ? 0m : rounded).ToString(pattern, CultureInfo.InvariantCulture) + "%";
    }
}
