using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Generation;

/// <summary>Requests for generations: made once however often they are asked for, stopped, tried again.</summary>
public sealed class Runs(FinalAccountsDb db, RunQueue queue, TimeProvider time)
{
    /// <summary>Asks for a generation. The same <paramref name="id"/> again is the same run.</summary>
    /// <returns>False when there was this run already.</returns>
    public async Task<bool> RequestAsync(Guid id, Unit unit, int year, string by, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        db.Runs.Add(new Run { Id = id, UnitId = unit.Id, Year = year, State = RunState.Queued, By = by, RequestedAt = now });
        db.Audit.Add(new AuditEntry { At = now, By = by, Action = "run.requested", Subject = $"{unit.Code} {year}" });
        if (!await db.TrySaveAsync(cancellation))
        {
            return false;
        }

        await queue.EnqueueAsync(id, RunQueue.AtOnce, cancellation);
        return true;
    }

    /// <summary>Asks a run to stop: at once when it waits, within seconds when it is at work. False when it has ended already.</summary>
    public async Task<bool> CancelAsync(Guid id, string by, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        var now = time.GetUtcNow();
        var waiting = await db.Runs.Where(run => run.Id == id && run.State == RunState.Queued)
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, RunState.Cancelled).SetProperty(run => run.CancelRequested, true).SetProperty(run => run.EndedAt, now),
                cancellation);
        var atWork = waiting > 0 ? 0 : await db.Runs.Where(run => run.Id == id && run.State == RunState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.CancelRequested, true), cancellation);
        if (waiting + atWork == 0)
        {
            return false;
        }

        await AuditAsync(id, by, "run.cancelled", null, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Tries a failed or stopped run again, as the same run. False when it is neither.</summary>
    public async Task<bool> RetryAsync(Guid id, string by, CancellationToken cancellation)
    {
        await using (var transaction = await db.BeginRecordedAsync(cancellation))
        {
            var failure = await db.Runs.Where(run => run.Id == id).Select(run => run.Failure).FirstOrDefaultAsync(cancellation);
            if (await AgainAsync(db.Runs.Where(run => run.Id == id), cancellation) == 0)
            {
                return false;
            }

            await AuditAsync(id, by, "run.retried", failure, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        await queue.EnqueueAsync(id, RunQueue.AtOnce, cancellation);
        return true;
    }

    /// <summary>Makes those of these runs that failed or were stopped wait again; how many that were.</summary>
    internal static Task<int> AgainAsync(IQueryable<Run> runs, CancellationToken cancellation) => runs
        .Where(run => run.State == RunState.Failed || run.State == RunState.Cancelled)
        .ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, RunState.Queued)
                .SetProperty(run => run.Attempts, 0)
                .SetProperty(run => run.CancelRequested, false)
                .SetProperty(run => run.Failure, (string?)null)
                .SetProperty(run => run.Findings, (string?)null)
                .SetProperty(run => run.Timings, (string?)null)
                .SetProperty(run => run.Stage, (Stage?)null)
                .SetProperty(run => run.Worker, (string?)null)
                .SetProperty(run => run.StartedAt, (DateTimeOffset?)null)
                .SetProperty(run => run.EndedAt, (DateTimeOffset?)null)
                .SetProperty(run => run.EnqueuedAt, (DateTimeOffset?)null),
            cancellation);

    private async Task AuditAsync(Guid id, string by, string action, string? detail, CancellationToken cancellation)
    {
        var subject = await db.Runs.Where(run => run.Id == id).Select(run => run.Unit!.Code + " " + run.Year).SingleAsync(cancellation);
        db.Audit.Add(new AuditEntry { At = time.GetUtcNow(), By = by, Action = action, Subject = subject, Detail = detail });
        await db.SaveChangesAsync(cancellation);
    }
}
