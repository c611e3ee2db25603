using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FinalAccounts.Service.Store;

/// <summary>A moment as microseconds since 1970 in UTC: ordered as numbers, as exact as PostgreSQL keeps it.</summary>
internal sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(
    moment => Of(moment),
    microseconds => Moment(microseconds))
{
    public static DateTimeOffset Moment(long microseconds) => new(DateTimeOffset.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public static long Of(DateTimeOffset moment) => (moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
