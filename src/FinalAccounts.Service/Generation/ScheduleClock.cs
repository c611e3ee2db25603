using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;

namespace FinalAccounts.Service.Generation;

/// <summary>Cron expressions of five fields as China's clocks read them.</summary>
public static partial class ScheduleClock
{
    /// <summary>Asia/Shanghai: eight hours ahead of UTC all year. Not looked up: a machine without a time zone database has it too.</summary>
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "Asia/Shanghai", "Asia/Shanghai");

    /// <summary>A date each year as such an expression.</summary>
    public static string Yearly(int month, int day, TimeOnly time) => string.Create(CultureInfo.InvariantCulture, $"{time.Minute} {time.Hour} {day} {month} *");

    /// <summary>For people: 每年 9 月 29 日 09:00; null when the expression is no date each year.</summary>
    public static string? YearlyText(string cron) => YearlyForm().Match(cron) is { Success: true } match
        ? $"每年 {match.Groups[4].Value} 月 {match.Groups[3].Value} 日 {match.Groups[2].Value.PadLeft(2, '0')}:{match.Groups[1].Value.PadLeft(2, '0')}"
        : null;

    /// <summary>Month, day and time of such a date; null when the expression is no date each year.</summary>
    public static (int Month, int Day, TimeOnly Time)? YearlyParts(string cron)
    {
        int[] Parts(Match match) => [.. match.Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture))];
        return YearlyForm().Match(cron) is { Success: true } match && Parts(match) is [< 60 and var minute, < 24 and var hour, var day, var month] ? (month, day, new TimeOnly(hour, minute)) : null;
    }

    /// <summary>Whether the text is such an expression, and ever comes true.</summary>
    public static bool IsValid(string cron, DateTimeOffset now) =>
        CronExpression.TryParse(cron, out var expression) && expression.GetNextOccurrence(now, Shanghai) is not null;

    /// <summary>The next moments after now, in Shanghai's time.</summary>
    public static IReadOnlyList<DateTimeOffset> Next(string cron, DateTimeOffset now, int count)
    {
        var expression = CronExpression.Parse(cron);
        var moments = new List<DateTimeOffset>();
        for (var next = expression.GetNextOccurrence(now, Shanghai); next is { } moment && moments.Count < count; next = expression.GetNextOccurrence(moment, Shanghai))
        {
            moments.Add(moment);
        }

        return moments;
    }

    /// <summary>The latest moment after <paramref name="since"/> up to now; null when none came. However many were missed, one is caught up.</summary>
    public static DateTimeOffset? LatestDue(string cron, DateTimeOffset since, DateTimeOffset now)
    {
        if (since >= now)
        {
            // The clock was set back: what was served will not come again.
            return null;
        }

        var expression = CronExpression.Parse(cron);

        // Backwards in growing steps: from the last stop to now there may be a year of minutes.
        for (var span = TimeSpan.FromHours(1); ; span *= 4)
        {
            var from = now - span < since ? since : now - span;
            if (expression.GetOccurrences(from, now, Shanghai, fromInclusive: false, toInclusive: true).Select(moment => (DateTimeOffset?)moment).LastOrDefault() is { } latest)
            {
                return latest;
            }

            if (from == since)
            {
                return null;
            }
        }
    }

    [GeneratedRegex(@"^(\d{1,2}) (\d{1,2}) (\d{1,2}) (\d{1,2}) \*$")]
    private static partial Regex YearlyForm();
}
