using System.Globalization;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>A figure of a table's cell as it is printed, without its unit.</summary>
public static class PrintedCell
{
    private static readonly PercentFormat TwoDecimals = new(2, Trim: false);

    /// <summary>Money in 万元, a count with separators, a number as given, a rate as percentage.</summary>
    public static string Of(decimal value, CellForm form, AmountFormat amounts)
    {
        return form.Kind switch
        {
            CellKind.Count => value.ToString(amounts.SeparateThousands ? "#,##0" : "0", CultureInfo.InvariantCulture),
            CellKind.Number => ChineseText.Plain(value),
            CellKind.Rate => ChineseText.Plain(TwoDecimals.Rounded(value)) + "%",
            _ => amounts.Print(value),
        };
    }
}
