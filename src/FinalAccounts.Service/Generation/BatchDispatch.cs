using FinalAccounts.Service.Store;
using Hangfire;

namespace FinalAccounts.Service.Generation;

/// <summary>Puts the runs of a batch into the queue, in the order of the units' codes.</summary>
internal sealed class BatchDispatch(FinalAccountsDb db, RunQueue queue)
{
    /// <summary>Puts in what is not in it yet.</summary>
    /// <param name="year">For the dashboard.</param>
    [AutomaticRetry(Attempts = 10, DelaysInSeconds = [1, 2, 5, 10, 30])]
    [JobDisplayName("全部单位 · {1}年度 · 排队")]
    public async Task RunAsync(Guid batchId, int year, CancellationToken cancellation)
    {
        var waiting = await db.Runs
            .Where(run => run.BatchId == batchId && run.State == RunState.Queued && run.EnqueuedAt == null)
            .OrderBy(run => run.Unit!.Code)
            .Select(run => run.Id)
            .ToListAsync(cancellation);
        foreach (var id in waiting)
        {
            await queue.EnqueueAsync(id, RunQueue.Batch, cancellation);
        }
    }
}
