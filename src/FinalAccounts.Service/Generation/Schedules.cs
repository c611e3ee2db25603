using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Generation;

/// <summary>Batches that start by themselves.</summary>
public sealed class Schedules(FinalAccountsDb db, Batches batches, RecurringSchedules recurring, TimeProvider time)
{
    /// <summary>Serves what was missed while nothing ran; a schedule whose expression makes no sense is left out.</summary>
    /// <returns>Whether all could be served.</returns>
    public async Task<bool> CatchUpAsync(CancellationToken cancellation)
    {
        var schedules = (await db.Schedules.AsNoTracking().Where(schedule => schedule.Enabled).ToListAsync(cancellation))
            .ToLookup(schedule => ScheduleClock.IsValid(schedule.Cron, time.GetUtcNow()));
        var failures = new List<Exception>();
        foreach (var schedule in schedules[true])
        {
            try
            {
                await ServeDueAsync(schedule.Id, cancellation);
            }
#pragma warning disable CA1031 // One that cannot be served keeps none of the others from it; it is told at the end.
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                db.ChangeTracker.Clear();
                failures.Add(new InvalidOperationException($"Schedule {schedule.Id} could not be served.", exception));
            }
        }

        return failures.Count == 0 ? !schedules[false].Any() : throw new AggregateException(failures);
    }

    /// <summary>Starts a batch when the schedule's moment has come; a moment is served once, on however many workers.</summary>
    public async Task ServeDueAsync(long id, CancellationToken cancellation)
    {
        var schedule = await db.Schedules.AsNoTracking().SingleOrDefaultAsync(schedule => schedule.Id == id && schedule.Enabled, cancellation);
        if (schedule is null || ScheduleClock.LatestDue(schedule.Cron, schedule.LastDueAt ?? schedule.At, time.GetUtcNow()) is not { } due)
        {
            return;
        }

        await StartAsync(schedule, due, cancellation);
        await db.Schedules.Where(row => row.Id == schedule.Id && (row.LastDueAt == null || row.LastDueAt < due.ToUniversalTime()))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastDueAt, due.ToUniversalTime()), cancellation);
    }

    /// <summary>Starts a batch as if the moment had come; the same wish again is the same batch. The next moment comes all the same.</summary>
    public async Task StartNowAsync(long id, DateTimeOffset wished, CancellationToken cancellation)
    {
        if (await db.Schedules.AsNoTracking().SingleOrDefaultAsync(schedule => schedule.Id == id, cancellation) is { } schedule)
        {
            await StartAsync(schedule, wished, cancellation);
        }
    }

    // The year as people in China count it at that moment.
    private Task<bool> StartAsync(Schedule schedule, DateTimeOffset moment, CancellationToken cancellation) => batches.RequestAsync(
        Guid.CreateVersion7(time.GetUtcNow()), TimeZoneInfo.ConvertTime(moment, ScheduleClock.Shanghai).Year - schedule.YearsBack, schedule.Name,
        new ScheduledMoment(schedule.Id, moment.ToUniversalTime()), cancellation);

    /// <summary>Adds a schedule; null with a Chinese message when it makes no sense.</summary>
    public async Task<(Schedule? Schedule, string? Problem)> AddAsync(string name, string cron, int yearsBack, string by, CancellationToken cancellation)
    {
        if (Problem(name, cron, yearsBack) is { } problem)
        {
            return (null, problem);
        }

        var now = time.GetUtcNow();
        var schedule = new Schedule { Name = name.Trim(), Cron = cron.Trim(), YearsBack = yearsBack, By = by, At = now };
        db.Schedules.Add(schedule);
        db.Audit.Add(new AuditEntry { At = now, By = by, Action = "schedule.added", Subject = schedule.Name, Detail = schedule.Cron });
        await db.SaveChangesAsync(cancellation);
        recurring.Follow(schedule);
        return (schedule, null);
    }

    /// <summary>Changes a schedule; a Chinese message when that makes no sense. What its old moment missed is not caught up.</summary>
    public async Task<string?> ChangeAsync(long id, string name, string cron, int yearsBack, string by, CancellationToken cancellation)
    {
        if (await db.Schedules.FindAsync([id], cancellation) is not { } schedule)
        {
            return "这个定时生成已经删除了。";
        }

        if (Problem(name, cron, yearsBack) is { } problem)
        {
            return problem;
        }

        var now = time.GetUtcNow();
        db.Record(now, by, "schedule.changed", name.Trim(), $"{schedule.Name} {schedule.Cron} {schedule.YearsBack} → {name.Trim()} {cron.Trim()} {yearsBack}");
        (schedule.Name, schedule.Cron, schedule.YearsBack, schedule.LastDueAt) = (name.Trim(), cron.Trim(), yearsBack, now);
        await db.SaveChangesAsync(cancellation);
        recurring.Follow(schedule);
        return null;
    }

    /// <summary>Deletes a schedule; its batches stay, under its name. False when there is none.</summary>
    public async Task<bool> DeleteAsync(long id, string by, CancellationToken cancellation)
    {
        if (await db.Schedules.FindAsync([id], cancellation) is not { } schedule)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Batches.Where(batch => batch.ScheduleId == id).ExecuteUpdateAsync(set => set.SetProperty(batch => batch.ScheduleId, (long?)null), cancellation);
        db.Schedules.Remove(schedule);
        db.Record(time.GetUtcNow(), by, "schedule.deleted", schedule.Name, schedule.Cron);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        recurring.Forget(id);
        return true;
    }

    /// <summary>Switches a schedule on or off; false when there is none. Moments that passed while it was off are not caught up.</summary>
    public async Task<bool> SwitchAsync(long id, bool enabled, string by, CancellationToken cancellation)
    {
        if (await db.Schedules.FindAsync([id], cancellation) is not { } schedule)
        {
            return false;
        }

        var now = time.GetUtcNow();
        if (enabled && !schedule.Enabled)
        {
            schedule.LastDueAt = now;
        }

        schedule.Enabled = enabled;
        db.Audit.Add(new AuditEntry { At = now, By = by, Action = enabled ? "schedule.enabled" : "schedule.disabled", Subject = schedule.Name });
        await db.SaveChangesAsync(cancellation);
        recurring.Follow(schedule);
        return true;
    }

    /// <summary>Starts a schedule's batch now, through the queue; false when there is none that is on.</summary>
    public async Task<bool> TriggerAsync(long id, string by, CancellationToken cancellation)
    {
        if (await db.Schedules.FindAsync([id], cancellation) is not { Enabled: true } schedule)
        {
            return false;
        }

        db.Record(time.GetUtcNow(), by, "schedule.triggered", schedule.Name);
        await db.SaveChangesAsync(cancellation);
        recurring.Trigger(id);
        return true;
    }

    private string? Problem(string name, string cron, int yearsBack) =>
        string.IsNullOrWhiteSpace(name) || name.Length > 100 ? "请写明名称（不超过 100 字）。"
        : yearsBack is < 0 or > 10 ? "年度差应在 0 到 10 之间；1 表示生成上一年度的决算。"
        : !ScheduleClock.IsValid(cron.Trim(), time.GetUtcNow()) ? $"“{cron}”不是五段的 cron 表达式（分 时 日 月 星期），或者永远不会到来。例如每年 9 月 29 日 9 点：0 9 29 9 *"
        : null;
}
