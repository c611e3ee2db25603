using System.Globalization;

namespace FinalAccounts.Accounts;

/// <summary>How exactly a date is given: 2024年5月15日, 2024年5月 or 2024年.</summary>
public enum DateExactness
{
    /// <summary>The day is known.</summary>
    Day,

    /// <summary>Only the month; the date is its first day.</summary>
    Month,

    /// <summary>Only the year; the date is its first day.</summary>
    Year,
}

/// <summary>Dates as JSON, corrections and web forms write them: 2024-05-15, 2024-05 or 2024.</summary>
public static class DateText
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <summary>The text.</summary>
    public static string Write(DateOnly date, DateExactness exactness) => date.ToString(Forms[(int)exactness], CultureInfo.InvariantCulture);

    /// <summary>The date and how exactly it is given; null for other texts.</summary>
    public static (DateOnly Date, DateExactness Exactness)? Read(string text)
    {
        for (var i = 0; i < Forms.Length; i++)
        {
            if (DateOnly.TryParseExact(text, Forms[i], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return (date, (DateExactness)i);
            }
        }

        return null;
    }
}
