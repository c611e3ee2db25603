using System.Globalization;

namespace FinalAccounts.Import.Files;

/// <summary>Numbers as workbooks store them.</summary>
internal static class NumberValue
{
    /// <summary>A stored number; null when it is none.</summary>
    public static object? Of(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Of(number) : null;

    /// <summary>decimal, or the double itself when it is too large for one.</summary>
    /// <remarks>Workbooks keep binary doubles: 95205.29 may stand as 95205.289999999994. Fifteen significant digits, as Excel shows, give back what was typed.</remarks>
    public static object Of(double number) => Math.Abs(number) < 1e20 ? (decimal)number : number;

    /// <summary>A date where the format is one, else the number.</summary>
    /// <param name="from1904">Days count from 1904 on.</param>
    public static object Of(double number, string? format, bool from1904) =>
        XlsxFormats.IsDate(format) && Date(number, from1904) is { } day ? day : Of(number);

    // Excel believes that 1900 was a leap year; before March 1900 its days are one behind.
    private static DateTime? Date(double serial, bool from1904)
    {
        var day = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
        return day is >= 0 and < 2_958_466 ? DateTime.FromOADate(day) : null;
    }
}
