using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Generation;

/// <summary>Runs of runs: all active units of a year. One that fails does not stop the others.</summary>
public sealed class Batches(FinalAccountsDb db, Reach reach, RunQueue queue, TimeProvider time)
{
    /// <summary>Asks for all active units that whoever asks may generate. The same <paramref name="id"/>, or the same moment of a schedule, again is the same batch.</summary>
    /// <param name="moment">The schedule and its moment that the batch serves; null when a person asks.</param>
    /// <returns>False when there was this batch already.</returns>
    public async Task<bool> RequestAsync(Guid id, int year, string by, ScheduledMoment? moment, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var active = db.Units.Where(unit => unit.Active);
        var units = await (moment is null ? reach.Within(Rights.EditData, active) : active).Select(unit => unit.Id).ToListAsync(cancellation);
        db.Batches.Add(new Batch
        {
            Id = id, Year = year, By = by, RequestedAt = now, ScheduleId = moment?.ScheduleId, DueAt = moment?.DueAt,
            Runs = [.. units.Select(unit => new Run { Id = Guid.CreateVersion7(now), UnitId = unit, Year = year, State = RunState.Queued, By = by, RequestedAt = now })],
        });
        db.Audit.Add(new AuditEntry { At = now, By = by, Action = "batch.requested", Subject = $"{year}", Detail = $"{units.Count} 个单位" });
        if (!await db.TrySaveAsync(cancellation))
        {
            return false;
        }

        db.ChangeTracker.Clear();
        queue.EnqueueBatch(id, year);
        return true;
    }

    /// <summary>Stops what waits at once, and what is at work within seconds. False when everything has ended already.</summary>
    public async Task<bool> CancelAsync(Guid id, string by, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        var now = time.GetUtcNow();
        var stopped = await db.Runs.Where(run => run.BatchId == id && run.State == RunState.Queued)
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, RunState.Cancelled).SetProperty(run => run.CancelRequested, true).SetProperty(run => run.EndedAt, now),
                cancellation);
        stopped += await db.Runs.Where(run => run.BatchId == id && run.State == RunState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.CancelRequested, true), cancellation);
        if (stopped == 0)
        {
            return false;
        }

        await db.Batches.Where(batch => batch.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(batch => batch.CancelRequested, true), cancellation);
        var year = await db.Batches.Where(batch => batch.Id == id).Select(batch => batch.Year).SingleAsync(cancellation);
        db.Audit.Add(new AuditEntry { At = now, By = by, Action = "batch.cancelled", Subject = $"{year}", Detail = $"{stopped} 个单位未完成" });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Tries again what failed or was stopped; how many units that are.</summary>
    public async Task<int> RetryAsync(Guid id, string by, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var again = await Runs.AgainAsync(db.Runs.Where(run => run.BatchId == id), cancellation);
        if (again == 0)
        {
            return 0;
        }

        await db.Batches.Where(batch => batch.Id == id).ExecuteUpdateAsync(set => set.SetProperty(batch => batch.CancelRequested, false), cancellation);
        var year = await db.Batches.Where(batch => batch.Id == id).Select(batch => batch.Year).SingleAsync(cancellation);
        db.Audit.Add(new AuditEntry { At = time.GetUtcNow(), By = by, Action = "batch.retried", Subject = $"{year}", Detail = $"{again} 个单位" });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        queue.EnqueueBatch(id, year);
        return again;
    }

    /// <summary>Where a batch stands; null when there is none.</summary>
    public async Task<BatchProgress?> ProgressAsync(Guid id, CancellationToken cancellation) =>
        (await ProgressAsync([id], cancellation)).GetValueOrDefault(id)
        ?? (await db.Batches.AnyAsync(batch => batch.Id == id, cancellation) ? BatchProgress.Empty : null);

    /// <summary>The latest batches, newest first, and where they stand.</summary>
    public async Task<IReadOnlyList<(Batch Batch, BatchProgress Progress)>> LatestAsync(int count, CancellationToken cancellation)
    {
        var latest = await db.Batches.AsNoTracking().OrderByDescending(batch => batch.RequestedAt).Take(count).ToListAsync(cancellation);
        var progress = await ProgressAsync([.. latest.Select(batch => batch.Id)], cancellation);
        return latest.ConvertAll(batch => (batch, progress.GetValueOrDefault(batch.Id, BatchProgress.Empty)));
    }

    /// <summary>Where batches stand; one query however many they are. A batch of nothing is not in it.</summary>
    internal async Task<Dictionary<Guid, BatchProgress>> ProgressAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var counts = await db.Runs.Where(run => run.BatchId != null && ids.Contains(run.BatchId.Value))
            .Select(run => new { run.BatchId, run.State, run.StartedAt, run.EndedAt, Wrong = run.State == RunState.Done && run.Edition!.Errors > 0 })
            .GroupBy(run => new { run.BatchId, run.State, run.Wrong })
            .Select(runs => new { runs.Key.BatchId, runs.Key.State, runs.Key.Wrong, Count = runs.Count(), First = runs.Min(run => run.StartedAt), Last = runs.Max(run => run.EndedAt) })
            .ToListAsync(cancellation);
        return counts.GroupBy(count => count.BatchId!.Value).ToDictionary(batch => batch.Key, batch =>
        {
            int Of(RunState state) => batch.Where(count => count.State == state).Sum(count => count.Count);
            return new BatchProgress(Of(RunState.Done), Of(RunState.Failed), Of(RunState.Cancelled), Of(RunState.Running), Of(RunState.Queued))
            {
                WithErrors = batch.Where(count => count.Wrong).Sum(count => count.Count),
                StartedAt = batch.Min(count => count.First), LastEndedAt = batch.Max(count => count.Last),
            };
        });
    }
}

/// <summary>A moment at which a schedule asks for a batch.</summary>
public sealed record ScheduledMoment(long ScheduleId, DateTimeOffset DueAt);

/// <summary>How many of a batch's runs stand where.</summary>
public sealed record BatchProgress(int Done, int Failed, int Cancelled, int Running, int Queued)
{
    /// <summary>A batch of nothing: there was no active unit.</summary>
    public static readonly BatchProgress Empty = new(0, 0, 0, 0, 0);

    /// <summary>How many of those done made an edition with errors: a draft that cannot be published as it is.</summary>
    public int WithErrors { get; init; }

    /// <summary>When the first run began; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the latest one ended; null before.</summary>
    public DateTimeOffset? LastEndedAt { get; init; }

    /// <summary>All of them.</summary>
    public int Total => Ended + Left;

    /// <summary>Those that have ended, well or not.</summary>
    public int Ended => Done + Failed + Cancelled;

    /// <summary>Those still to come.</summary>
    public int Left => Running + Queued;

    /// <summary>When it will be over at the pace so far; null before anything has ended or when nothing is left.</summary>
    public DateTimeOffset? ExpectedEnd =>
        Left > 0 && Done + Failed > 0 && StartedAt is { } start && LastEndedAt is { } last && last > start
            ? last + ((last - start) / (Done + Failed) * Left)
            : null;
}
