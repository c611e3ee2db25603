using FinalAccounts.Service.Printing;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Generation;

/// <summary>Looks now and then for runs whose worker died, and for runs and schedules that the queue does not know.</summary>
internal sealed partial class Sweep(IServiceScopeFactory scopes, ServiceOptions options, Printers printers, TimeProvider time, ILogger<Sweep> logger) : BackgroundService
{
    // A run that waits behind others is put in once more after this long, in case. Once too often is harmless.
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);

    // A run that waits although nobody works has been forgotten.
    private static readonly TimeSpan ForgottenByIdle = TimeSpan.FromSeconds(20);

    // Who asked for a run puts it in; only when they could not, it is the sweep's.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly HashSet<long> said = [];

    /// <summary>Whether the latest look failed, as it does while the database is away or cannot be written.</summary>
    public bool Failed { get; private set; }

    /// <summary>Schedules that cannot be served because their expression makes no sense; everything else goes on.</summary>
    public IReadOnlyList<long> BrokenSchedules { get; private set; } = [];

    internal async Task LookAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>();
        await TakeUpAbandonedAsync(db, scope.ServiceProvider.GetRequiredService<RunNotices>(), cancellation);
        await EnqueueWaitingAsync(db, scope.ServiceProvider.GetRequiredService<RunQueue>(), cancellation);
        await FollowSchedulesAsync(scope.ServiceProvider, cancellation);
        await printers.CloseIdleAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = false;
        using var timer = new PeriodicTimer(options.SweepEvery, time);
        do
        {
            try
            {
                if (!started && await IsEmbeddedAsync())
                {
                    await ForgetQueueAsync(stoppingToken);
                }

                started = true;
                await LookAsync(stoppingToken);
                Failed = false;
            }
#pragma warning disable CA1031 // Whatever it is, the next look may succeed; a service that stops sweeping loses runs.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Failed = true;
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TakeUpAbandonedAsync(FinalAccountsDb db, RunNotices notices, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var abandoned = db.Runs.Where(run => run.State == RunState.Running && run.ClaimedUntil < now);
        await abandoned.Where(run => run.CancelRequested).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, RunState.Cancelled).SetProperty(run => run.EndedAt, now), cancellation);
        await EndHopelessAsync(db, abandoned.Where(run => run.Attempts >= options.MaxAttempts), notices, now, cancellation);
        var again = await abandoned.ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, RunState.Queued)
                .SetProperty(run => run.Worker, (string?)null)
                .SetProperty(run => run.Stage, (Stage?)null)
                .SetProperty(run => run.EnqueuedAt, (DateTimeOffset?)null)
                .SetProperty(run => run.ClaimedUntil, (DateTimeOffset?)null),
            cancellation);
        if (again > 0)
        {
            LogTakenUp(again);
        }
    }

    private static async Task EndHopelessAsync(FinalAccountsDb db, IQueryable<Run> hopeless, RunNotices notices, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var id in await hopeless.Select(run => run.Id).ToListAsync(cancellation))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var ended = await hopeless.Where(run => run.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, RunState.Failed)
                    .SetProperty(run => run.EndedAt, now)
                    .SetProperty(run => run.Failure, run => "处理它的进程中断了 " + run.Attempts + " 次，不再自动重试。请管理员查看日志后重试。"),
                cancellation);
            if (ended > 0)
            {
                await notices.TellFailedAsync(id, cancellation);
            }

            await transaction.CommitAsync(cancellation);
        }
    }

    private async Task EnqueueWaitingAsync(FinalAccountsDb db, RunQueue queue, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var busy = await db.Runs.AnyAsync(run => run.State == RunState.Running, cancellation);
        var (requested, enqueued) = (now - Grace, now - (busy ? Forgotten : ForgottenByIdle));
        var waiting = await db.Runs
            .Where(run => run.State == RunState.Queued && ((run.EnqueuedAt == null && run.RequestedAt < requested) || run.EnqueuedAt < enqueued))
            .OrderBy(run => run.RequestedAt)
            .Select(run => new { run.Id, run.BatchId })
            .ToListAsync(cancellation);
        var failures = new List<Exception>();
        foreach (var run in waiting)
        {
            try
            {
                await queue.EnqueueAsync(run.Id, run.BatchId is null ? RunQueue.AtOnce : RunQueue.Batch, cancellation);
            }
#pragma warning disable CA1031 // The runs behind it wait for nothing; it is told at the end.
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                db.ChangeTracker.Clear();
                failures.Add(new InvalidOperationException($"Run {run.Id} could not be put into the queue.", exception));
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    // The queue knows each schedule from here on; what came due while it did not is served once. One that is broken is said once, and ends nothing.
    private async Task FollowSchedulesAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var followed = await services.GetRequiredService<RecurringSchedules>().FollowAllAsync(cancellation);
        BrokenSchedules = followed.Broken;
        foreach (var id in followed.Broken.Where(said.Add))
        {
            LogBroken(id);
        }

        if (followed.Added)
        {
            await services.GetRequiredService<Schedules>().CatchUpAsync(cancellation);
        }
    }

    private async Task<bool> IsEmbeddedAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<FinalAccountsDb>() is SqliteDb;
    }

    // The queue of the process before is gone with it, and so are its claims: nobody else uses this database.
    private async Task ForgetQueueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>();
        var now = time.GetUtcNow();
        await db.Runs.Where(run => run.State == RunState.Queued && run.EnqueuedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.EnqueuedAt, (DateTimeOffset?)null), cancellation);
        await db.Runs.Where(run => run.State == RunState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.ClaimedUntil, now - Grace), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} runs whose worker is gone are taken up again")]
    private partial void LogTakenUp(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Schedule {Id} cannot be served: its expression makes no sense; the others go on")]
    private partial void LogBroken(long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep failed; it is tried again")]
    private partial void LogFailed(Exception exception);
}
