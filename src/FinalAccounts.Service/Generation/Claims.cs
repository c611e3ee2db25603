using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Generation;

/// <summary>A worker's hold on a run. It lasts while it is renewed; worker and attempt together are its name, and every write names it, so that a worker that lost it can change nothing.</summary>
internal sealed record Claim(Guid RunId, long UnitId, int Year, string By, string Worker, int Attempt);

/// <summary>Takes and keeps claims. Each step is one conditional update: whoever it hits has the run.</summary>
internal sealed class Claims(FinalAccountsDb db, ServiceOptions options, RunNotices notices, TimeProvider time)
{
    /// <summary>This process, for people who look at a run.</summary>
    public static readonly string Worker = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Takes a queued run; null when it is no longer queued.</summary>
    public async Task<Claim?> TakeAsync(Guid id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var taken = await db.Runs.Where(run => run.Id == id && run.State == RunState.Queued && !run.CancelRequested)
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, RunState.Running)
                    .SetProperty(run => run.Worker, Worker)
                    .SetProperty(run => run.Attempts, run => run.Attempts + 1)
                    .SetProperty(run => run.StartedAt, run => run.StartedAt ?? now)
                    .SetProperty(run => run.Stage, (Stage?)null)
                    .SetProperty(run => run.ClaimedUntil, now + options.ClaimTime),
                cancellation);
        return taken == 0
            ? null
            : await db.Runs.Where(run => run.Id == id)
                .Select(run => new Claim(run.Id, run.UnitId, run.Year, run.By, Worker, run.Attempts))
                .SingleAsync(cancellation);
    }

    /// <summary>Prolongs the claim and notes the stage.</summary>
    public async Task<ClaimState> RenewAsync(Claim claim, Stage? stage, CancellationToken cancellation)
    {
        var renewed = await Held(claim).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.ClaimedUntil, time.GetUtcNow() + options.ClaimTime).SetProperty(run => run.Stage, stage),
            cancellation);
        if (renewed == 0)
        {
            return ClaimState.Lost;
        }

        return await Held(claim).Select(run => run.CancelRequested).FirstOrDefaultAsync(cancellation)
            ? ClaimState.CancelRequested
            : ClaimState.Held;
    }

    /// <summary>Ends the run without an edition, and tells of a failure; nothing happens when the claim was lost.</summary>
    public async Task EndAsync(Claim claim, RunState state, string? failure, string? findings, string timings, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ended = await Held(claim).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, state)
                .SetProperty(run => run.EndedAt, time.GetUtcNow())
                .SetProperty(run => run.ClaimedUntil, (DateTimeOffset?)null)
                .SetProperty(run => run.Failure, failure)
                .SetProperty(run => run.Findings, findings)
                .SetProperty(run => run.Timings, timings),
            cancellation);
        if (ended > 0 && state == RunState.Failed)
        {
            await notices.TellFailedAsync(claim.RunId, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Gives the run back to the queue.</summary>
    /// <param name="counts">Whether this attempt counts: not when the worker was told to stop.</param>
    public async Task ReleaseAsync(Claim claim, bool counts, CancellationToken cancellation) =>
        await Held(claim).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, RunState.Queued)
                .SetProperty(run => run.Attempts, claim.Attempt - (counts ? 0 : 1))
                .SetProperty(run => run.Worker, (string?)null)
                .SetProperty(run => run.Stage, (Stage?)null)
                .SetProperty(run => run.EnqueuedAt, (DateTimeOffset?)null)
                .SetProperty(run => run.ClaimedUntil, (DateTimeOffset?)null),
            cancellation);

    /// <summary>The run, as long as this claim holds it.</summary>
    public IQueryable<Run> Held(Claim claim) => db.Runs.Where(run =>
        run.Id == claim.RunId && run.State == RunState.Running && run.Worker == claim.Worker && run.Attempts == claim.Attempt);
}

/// <summary>What renewing a claim told.</summary>
internal enum ClaimState
{
    /// <summary>It holds.</summary>
    Held,

    /// <summary>It holds, and somebody asked to stop.</summary>
    CancelRequested,

    /// <summary>Another has the run, or it ended.</summary>
    Lost,
}
