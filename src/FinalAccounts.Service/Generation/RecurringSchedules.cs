using FinalAccounts.Service.Store;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Generation;

/// <summary>Each schedule as a recurring job of the queue: its next and last run stand in the dashboard. The row is the lasting record; the job follows it.</summary>
public sealed class RecurringSchedules(IRecurringJobManager manager, JobStorage storage, FinalAccountsDb db)
{
    private const string Prefix = "定时生成-";

    /// <summary>The job of a schedule that is on; none of one that is off.</summary>
    public void Follow(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (!schedule.Enabled)
        {
            Forget(schedule.Id);
            return;
        }

        var (id, name) = (schedule.Id, schedule.Name);
        manager.AddOrUpdate<ScheduleJob>(
            Key(id), RunQueue.AtOnce, job => job.RunAsync(id, name, null, CancellationToken.None), schedule.Cron,
            new RecurringJobOptions { TimeZone = ScheduleClock.Shanghai, MisfireHandling = MisfireHandlingMode.Relaxed });
    }

    /// <summary>No job any more.</summary>
    public void Forget(long id) => manager.RemoveIfExists(Key(id));

    /// <summary>Starts the schedule's job now.</summary>
    public void Trigger(long id) => manager.Trigger(Key(id));

    /// <summary>A job for each schedule that is on, and no other: a queue in memory has lost them, one in a database may have old ones.</summary>
    public async Task FollowAllAsync(CancellationToken cancellation)
    {
        var schedules = await db.Schedules.AsNoTracking().ToListAsync(cancellation);
        schedules.ForEach(Follow);
        var wanted = schedules.Select(schedule => Key(schedule.Id)).ToHashSet(StringComparer.Ordinal);
        using var connection = storage.GetConnection();
        foreach (var left in connection.GetRecurringJobs().Where(job => job.Id.StartsWith(Prefix, StringComparison.Ordinal) && !wanted.Contains(job.Id)))
        {
            manager.RemoveIfExists(left.Id);
        }
    }

    internal static string Key(long id) => $"{Prefix}{id}";
}
