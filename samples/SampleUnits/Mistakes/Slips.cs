using System.Globalization;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>The slips that people make with a number; null when the number does not lend itself to one.</summary>
internal static class Slips
{
    /// <summary>One digit before the point is another.</summary>
    public static decimal? Digit(decimal number, decimal unit, Dice dice)
    {
        var text = Text(number, unit);
        var at = dice.Whole(0, Whole(text) - 1);
        var digit = (char)('0' + ((text[at] - '0' + dice.Whole(1, 8)) % 10));
        return Value(text[..at] + digit + text[(at + 1)..], unit, number);
    }

    /// <summary>Two neighbours before the point stand the wrong way round.</summary>
    public static decimal? Transposed(decimal number, decimal unit)
    {
        var text = Text(number, unit);
        for (var at = Whole(text) - 2; at >= 0; at--)
        {
            if (text[at] != text[at + 1])
            {
                return Value($"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}", unit, number);
            }
        }

        return null;
    }

    private static string Text(decimal number, decimal unit) => Math.Abs(number / unit).ToString("0.00", CultureInfo.InvariantCulture);

    private static int Whole(string text) => text.IndexOf('.', StringComparison.Ordinal);

    private static decimal? Value(string text, decimal unit, decimal number)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture) * unit * Math.Sign(number);
        return value == number ? null : value;
    }
}
