using FinalAccounts.Documents;

namespace FinalAccounts.Assembly;

/// <summary>Figures as tables and forms print them.</summary>
internal static class PrintedFigure
{
    /// <summary>Money in 万元 with two decimals: 95,205.29.</summary>
    public static Figure TenThousandYuan(decimal yuan, Origin origin)
    {
        var printed = Math.Round(yuan / 10_000m, 2, MidpointRounding.AwayFromZero);
        return new Figure(printed.ToString("#,##0.00"), printed, "万元", origin);
    }

    /// <summary>A ratio as percentage, decimals only as far as there are any: 100%.</summary>
    public static Figure Percent(decimal ratio, Origin origin)
    {
        var printed = Math.Round(ratio * 100m, 2, MidpointRounding.AwayFromZero);
        return new Figure(printed.ToString("0.##") + "%", printed, "%", origin);
    }

    /// <summary>A score or weight as it was given: 1.5分.</summary>
    public static Figure Points(decimal points, Origin origin) => new(points.ToString("0.########") + "分", points, "分", origin);

    /// <summary>A score of the score table: 38.94.</summary>
    public static Figure TwoDecimals(decimal points, Origin origin)
    {
        var printed = Math.Round(points, 2, MidpointRounding.AwayFromZero);
        return new Figure(printed.ToString("0.00"), printed, "分", origin);
    }

    /// <summary>2024年9月29日.</summary>
    public static string Date(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";
}
