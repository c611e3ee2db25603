using System.Globalization;
using System.Text;

namespace FinalAccounts.Service.Units;

/// <summary>The days by which units must be public as a calendar file (RFC 5545), which calendars of phones and mail programs take and remind of.</summary>
internal static class DeadlineCalendar
{
    private const int LineBytes = 75;

    /// <summary>An entry of a day for each deadline that is not met yet, with its units and a reminder the week before.</summary>
    public static byte[] Write(int year, IEnumerable<UnitProgress> rows, DateTimeOffset at)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(Folded(line)).Append("\r\n");
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//FinalAccounts//final accounts//ZH");
        foreach (var day in rows.Where(row => row.Due is Due.Late or Due.Soon or Due.Later).GroupBy(row => row.State.Deadline!.Value).OrderBy(day => day.Key))
        {
            var units = day.Select(row => row.Unit.Name).ToList();
            Line("BEGIN:VEVENT");
            Line(string.Create(CultureInfo.InvariantCulture, $"UID:{year}-{day.Key:yyyyMMdd}@final-accounts"));
            Line(string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{at.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
            Line(string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day.Key:yyyyMMdd}"));
            Line($"SUMMARY:{Escaped($"{year}年度部门决算公开截止（{units.Count} 个单位）")}");
            Line($"DESCRIPTION:{Escaped(string.Join("\n", units))}");
            Line("BEGIN:VALARM");
            Line("ACTION:DISPLAY");
            Line("DESCRIPTION:部门决算公开截止");
            Line($"TRIGGER:-P{UnitProgress.Soon}D");
            Line("END:VALARM");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n");

    // A line has 75 bytes at most; what goes on begins with a blank. No character is torn.
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LineBytes)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
