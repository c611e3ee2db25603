using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace FinalAccounts.Service.Generation;

/// <summary>Changes of runs and batches as they happen, read from the database: it knows of workers in every process.</summary>
internal sealed class RunWatch(FinalAccountsDb db, Batches batches, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>The run now and after each change, until it is over.</summary>
    public IAsyncEnumerable<SseItem<RunView>> RunAsync(Guid id, CancellationToken cancellation) => ChangesAsync(
        token => db.Runs.Where(run => run.Id == id).Select(RunView.Of).SingleOrDefaultAsync(token), run => run.IsOver, cancellation);

    /// <summary>A batch's counts now and after each change, until nothing is left.</summary>
    public IAsyncEnumerable<SseItem<BatchProgress>> BatchAsync(Guid id, CancellationToken cancellation) => ChangesAsync(
        token => batches.ProgressAsync(id, token), progress => progress.Left == 0, cancellation);

    private async IAsyncEnumerable<SseItem<T>> ChangesAsync<T>(
        Func<CancellationToken, Task<T?>> read, Func<T, bool> isOver, [EnumeratorCancellation] CancellationToken cancellation) where T : class
    {
        // A page that watches must not hold up the end of the process.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        T? last = null;
        while (await read(either.Token) is { } now)
        {
            if (!now.Equals(last))
            {
                yield return new SseItem<T>(now, isOver(now) ? "over" : "change");
                last = now;
            }

            if (isOver(now))
            {
                yield break;
            }

            try
            {
                await Task.Delay(Between, time, either.Token);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }
}
