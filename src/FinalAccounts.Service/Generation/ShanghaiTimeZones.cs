using Hangfire;

namespace FinalAccounts.Service.Generation;

/// <summary>Tells the queue what Asia/Shanghai is: a machine without a time zone database has it too.</summary>
internal sealed class ShanghaiTimeZones : ITimeZoneResolver
{
    public TimeZoneInfo GetTimeZoneById(string timeZoneId) =>
        timeZoneId == ScheduleClock.Shanghai.Id ? ScheduleClock.Shanghai : TimeZoneInfo.FindSystemTimeZoneById(timeZoneId);
}
