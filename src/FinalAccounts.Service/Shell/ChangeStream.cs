using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;

namespace FinalAccounts.Service.Shell;

/// <summary>What changes in the database as a stream of events: it knows of workers in every process.</summary>
internal sealed class ChangeStream(IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>What is read now and after each change, until it is over or gone.</summary>
    public async IAsyncEnumerable<SseItem<T>> FollowAsync<T>(
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
