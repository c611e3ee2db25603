using FinalAccounts.Service.Store;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Generation;

/// <summary>Hands runs to the workers. The row is the truth: what the queue loses, the sweep puts in again.</summary>
public sealed partial class RunQueue(FinalAccountsDb db, IBackgroundJobClient queue, TimeProvider time, ILogger<RunQueue> logger)
{
    /// <summary>Runs that a person waits for: a worker is kept free for them.</summary>
    public const string AtOnce = "at-once";

    /// <summary>Runs of batches.</summary>
    public const string Batch = "batch";

    /// <summary>Puts a run in. A queue that is away is no error: the sweep comes by.</summary>
    public async Task EnqueueAsync(Guid id, string name, CancellationToken cancellation)
    {
        try
        {
            var title = await TitleAsync(id, cancellation);
            queue.Enqueue<GenerationJob>(name, job => job.RunAsync(id, title, CancellationToken.None));
            await db.Runs.Where(run => run.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(run => run.EnqueuedAt, time.GetUtcNow()), cancellation);
        }
        catch (BackgroundJobClientException exception)
        {
            LogAway(exception, id);
        }
    }

    /// <summary>Lets a worker put in the runs of a batch, so that who asked for it need not wait.</summary>
    public void EnqueueBatch(Guid id, int year)
    {
        try
        {
            queue.Enqueue<BatchDispatch>(AtOnce, dispatch => dispatch.RunAsync(id, year, CancellationToken.None));
        }
        catch (BackgroundJobClientException exception)
        {
            LogAway(exception, id);
        }
    }

    // 单位 · 年度 · 编号, as the dashboard shows it; the last digits of the key are what the pages show as well.
    private async Task<string> TitleAsync(Guid id, CancellationToken cancellation)
    {
        var run = await db.Runs.Where(run => run.Id == id).Select(run => new { run.Unit!.Name, run.Year }).SingleAsync(cancellation);
        return $"{run.Name} · {run.Year}年度 · {id.ToString("N")[^8..]}";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Id} could not be put into the queue; the sweep will do it")]
    private partial void LogAway(Exception exception, Guid id);
}
