using System.Globalization;
using System.Text.RegularExpressions;

namespace FinalAccounts.Import.Files;

/// <summary>A number as its cell shows it, where a text is asked for: percentages and fixed decimals; other formats as plain number.</summary>
internal static partial class NumberText
{
    public static string Of(decimal number, string? format)
    {
        var section = (format ?? "").Split(';')[0];
        var decimals = Decimals().Match(section) is { Success: true } match ? match.Groups[1].Length : 0;
        if (section.Contains('%'))
        {
            return (number * 100).ToString("F" + decimals, CultureInfo.InvariantCulture) + "%";
        }

        return decimals > 0 && Plain().IsMatch(section)
            ? number.ToString((section.Contains(',') ? "N" : "F") + decimals, CultureInfo.InvariantCulture)
            : number.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\.(0+)")]
    private static partial Regex Decimals();

    [GeneratedRegex(@"^[#,0_ ]*\.0+[_) ]*$")]
    private static partial Regex Plain();
}
