using FinalAccounts.Formatting;
namespace FinalAccounts.Claims;

/// <summary>What ratios of rounded amounts may be: the exact ratio lies anywhere that the rounding of both allows.</summary>
internal static class ClaimArithmetic
{
    /// <summary>Half of what the last digit of an amount in 万元 with two decimals is worth, in 元.</summary>
    public const decimal Half = 50m;

    /// <summary>How a written percentage relates to part/whole.</summary>
    /// <param name="slack">What rounding may have moved each amount by, in 元.</param>
    public static Fit Ratio(Claim percent, decimal part, decimal whole, decimal slack = Half)
    {
        if (Math.Abs(whole) <= slack)
        {
            return Fit.Unknown;
        }

        var one = (part - slack) / (whole + slack);
        var other = (part + slack) / Math.Max(1m, Math.Abs(whole) - slack) * Math.Sign(whole);
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));

        // “100%” says that nothing is left: 99.4% is not it, though it has no decimals.
        var digit = percent.Value == 1 ? Math.Min(percent.Number.Precision, 0.001m) : percent.Number.Precision;
        var half = digit / 2;
        return percent.Value + half >= low && percent.Value - half <= high ? Fit.Yes
            : percent.Value + (digit * 1.5m) >= low && percent.Value - (digit * 1.5m) <= high ? Fit.LastDigit
            : Fit.No;
    }

    /// <summary>Whether two amounts in 元 are the same but for their rounding.</summary>
    public static bool Same(decimal a, decimal b, decimal precision) => Math.Abs(a - b) <= Math.Max(2 * Half, precision / 2) + Half;

    /// <summary>像是把元写成了万元, where one is exactly that many times the other; empty otherwise.</summary>
    public static string Scale(decimal written, decimal expected)
    {
        if (written == 0 || expected == 0)
        {
            return "";
        }

        foreach (var (times, words) in new[] { (AmountFormat.YuanPerUnit, "像是把元写成了万元"), (1 / AmountFormat.YuanPerUnit, "像是把万元写成了元"), (10m, "像是小数点错了一位"), (0.1m, "像是小数点错了一位") })
        {
            if (Math.Abs((written / times) - expected) <= Math.Abs(expected) * 0.00001m + 100m && Math.Abs(expected) > 1_000m)
            {
                return "，" + words;
            }
        }

        return "";
    }
}

/// <summary>How a written percentage fits its amounts.</summary>
internal enum Fit
{
    /// <summary>There is nothing to divide by.</summary>
    Unknown,

    /// <summary>It is the ratio.</summary>
    Yes,

    /// <summary>Its last digit is off by one.</summary>
    LastDigit,

    /// <summary>It is another.</summary>
    No,
}
