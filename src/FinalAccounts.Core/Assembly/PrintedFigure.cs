using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>Figures as tables and forms print them.</summary>
internal static class PrintedFigure
{
    private static readonly PercentFormat TwoDecimalPercent = new(2, Trim: false);

    /// <summary>A cell of a table by what it holds: money in 万元, a count with separators, a number as given, a rate as percentage.</summary>
    public static Figure Of(decimal value, CellForm form, AmountFormat amounts, Origin origin) => form.Kind switch
    {
        CellKind.Money => new Figure(amounts.Print(value), AmountFormat.Rounded(value), "万元", origin),
        CellKind.Rate => Percent(value, origin),
        _ => new Figure(PrintedCell.Of(value, form, amounts), value, form.Unit ?? "", origin),
    };

    /// <summary>Money in 万元 with two decimals: 95,205.29.</summary>
    public static Figure TenThousandYuan(decimal yuan, Origin origin) =>
        new(AmountFormat.Table.Print(yuan), AmountFormat.Rounded(yuan), "万元", origin);

    /// <summary>A ratio as percentage, at most two decimals and only as far as there are any: 100%.</summary>
    public static Figure Percent(decimal ratio, Origin origin)
    {
        var printed = TwoDecimalPercent.Rounded(ratio);
        return new Figure(ChineseText.Plain(printed) + "%", printed, "%", origin);
    }

    /// <summary>A score or weight as it was given: 1.5分.</summary>
    public static Figure Points(decimal points, Origin origin) => new(ChineseText.Plain(points) + "分", points, "分", origin);

    /// <summary>A score of the score table: 38.94.</summary>
    public static Figure TwoDecimals(decimal points, Origin origin)
    {
        var printed = Math.Round(points, 2, MidpointRounding.AwayFromZero);
        return new Figure(printed.ToString("0.00"), printed, "分", origin);
    }
}
