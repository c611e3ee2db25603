using Cronos;

namespace FinalAccounts.Service.Generation;

/// <summary>Cron expressions of five fields as China's clocks read them.</summary>
public static class ScheduleClock
{
    /// <summary>Asia/Shanghai: eight hours ahead of UTC all year. Not looked up: a machine without a time zone database has it too.</summary>
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "Asia/Shanghai", "Asia/Shanghai");

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
}
