using System.Globalization;

namespace FinalAccounts.Rendering.Excel;

/// <summary>A rate as a number that Excel prints as the other formats do: 98.5%.</summary>
internal static class SheetRate
{
    /// <summary>The number format; null when no format prints the rate as it is printed elsewhere.</summary>
    public static string? FormatOf(Figure rate)
    {
        var point = rate.Text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : rate.Text.Length - point - 2;
        var pattern = (rate.Text.Contains(',', StringComparison.Ordinal) ? "#,##0" : "0") + (decimals > 0 ? "." + new string('0', decimals) : "");
        return rate.Value.ToString(pattern, CultureInfo.InvariantCulture) + "%" == rate.Text ? pattern + "%" : null;
    }
}
