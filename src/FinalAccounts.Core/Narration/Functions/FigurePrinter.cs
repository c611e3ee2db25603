using FinalAccounts.Formatting;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration.Functions;

/// <summary>Prints figures in the formats of the set, each with its origin.</summary>
internal sealed class FigurePrinter(SetOptions options)
{
    private readonly AmountFormat amounts = AmountFormat.Text(options);
    private readonly PercentFormat percents = PercentFormat.Text(options);

    /// <summary>In 万元; an amount that is not zero but prints as zero is a warning.</summary>
    public Figure Amount(FunctionCall call, decimal yuan, Origin origin)
    {
        var text = amounts.Print(yuan);
        if (AmountFormat.VanishesInPrint(yuan))
        {
            call.Warn(NarrationRules.PrintsZero, $"{origin.Label}是{ChineseText.Plain(yuan)}元，以万元印出为{text}：请看是否改用元", origin);
        }

        return new Figure(text + "万元", AmountFormat.Rounded(yuan), "万元", origin);
    }

    /// <summary>What is said where nothing has changed, in the set's word; of a change that is not worth telling, 基本持平.</summary>
    public string Same(decimal difference) => difference == 0 ? options.SameWord : "基本" + ChineseText.ChangeWord(0);

    /// <summary>Whether a change against last year is too small to be told.</summary>
    public bool IsNearlySame(decimal difference, decimal basis) => basis != 0 && Math.Abs(difference / basis) * 100 < options.NearlySame;

    /// <summary>In 元, up to two decimals.</summary>
    public Figure Yuan(decimal yuan, Origin origin)
    {
        var rounded = Math.Round(yuan, 2, MidpointRounding.AwayFromZero);
        var pattern = (options.SeparateThousands ? "#,##0" : "0") + (rounded == decimal.Truncate(rounded) ? "" : ".00");
        return new Figure(rounded.ToString(pattern, System.Globalization.CultureInfo.InvariantCulture) + "元", rounded, "元", origin);
    }

    /// <summary>In 万元 for a table whose heading names the unit.</summary>
    public static Figure TableAmount(decimal yuan, Origin origin) =>
        new(AmountFormat.Table.Print(yuan), AmountFormat.Rounded(yuan), "万元", origin);

    /// <summary>A ratio as percentage.</summary>
    public Figure Percent(decimal ratio, Origin origin) => new(percents.Print(ratio), percents.Rounded(ratio), "%", origin);

    /// <summary>The origin of a figure made of two: its formula names both, its cells are those of both.</summary>
    public static Origin Between(string label, FigureValue left, string formula, FigureValue right, decimal exact) =>
        new(label, formula, exact, left.Origin.Cells.Concat(right.Origin.Cells).Distinct().ToList());
}
