using FinalAccounts.Service.Store;
using Hangfire;
using Hangfire.Storage;

namespace FinalAccounts.Service.Generation;

/// <summary>Each schedule as a recurring job of the queue: its next and last run stand in the dashboard. The row is the lasting record; the job follows it.</summary>
public sealed class RecurringSchedules(IRecurringJobManager manager, JobStorage storage, FinalAccountsDb db, TimeProvider time)
{
    private const string Prefix = "定时生成-";

    /// <summary>The job of a schedule that is on; none of one that is off.</summary>
    public void Follow(Schedule schedule)
    {
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

    /// <summary>A job for each schedule that is on, and no other: a queue in memory has lost them, one in a database may have old ones. Writes only what differs.</summary>
    public async Task<FollowedSchedules> FollowAllAsync(CancellationToken cancellation)
    {
        var schedules = await db.Schedules.AsNoTracking().Where(schedule => schedule.Enabled).ToListAsync(cancellation);
        var valid = schedules.ToLookup(schedule => ScheduleClock.IsValid(schedule.Cron, time.GetUtcNow()));
        using var connection = storage.GetConnection();
        var known = connection.GetRecurringJobs().Where(job => job.Id.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(job => job.Id, job => job.Cron);
        var added = false;
        foreach (var schedule in valid[true])
        {
            if (!known.Remove(Key(schedule.Id), out var cron) || cron != schedule.Cron)
            {
                Follow(schedule);
                added = true;
            }
        }

        foreach (var left in known.Keys)
        {
            manager.RemoveIfExists(left);
        }

        return new FollowedSchedules(added, [.. valid[false].Select(schedule => schedule.Id)]);
    }

    internal static string Key(long id) => $"{Prefix}{id}";
}

/// <summary>How the queue's jobs stand beside the schedules.</summary>
/// <param name="Added">Whether a job was missing: its schedule may have missed a moment.</param>
/// <param name="Broken">Schedules whose expression makes no sense, as only a hand in the database can write it.</param>
public sealed record FollowedSchedules(bool Added, IReadOnlyList<long> Broken);
