using FinalAccounts.Service.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace FinalAccounts.Service.Hosting;

/// <summary>
/// Gives memory back once a crowd has gone. The collector of garbage works when something is allocated, so that what was used last stays with the process
/// for as long as nobody comes; each connection to SQLite that waits for the next request keeps its pages; pools of arrays give up what nobody has taken
/// for a minute, at the next collection; and what native code has freed stays with the C library.
/// </summary>
internal sealed class IdleMemory(TimeProvider time, IEnumerable<IGivenUp> kept) : BackgroundService
{
    // Nothing that people notice is done in such a time with so little.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
    private const long Quiet = 16 * 1024 * 1024;

    // Below this it is not worth the pause.
    private const long Worth = 64 * 1024 * 1024;

    // Looks until the second time, when pools let go.
    private const int Later = 7;

    private long before, collected;
    private int second;

    /// <summary>Whether it is time to give back.</summary>
    /// <param name="allocated">All that was allocated since the start.</param>
    internal bool IsDue(long allocated)
    {
        var quiet = allocated - before < Quiet;
        before = allocated;
        if (quiet && allocated - collected >= Worth)
        {
            (collected, second) = (allocated, Later);
            return true;
        }

        return quiet && second > 0 && --second == 0;
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        CLibrary.KeepFewArenas();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Look, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (IsDue(GC.GetTotalAllocatedBytes()))
                {
                    GiveBack();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends, with or without having been asked to stop first.
        }
    }

    private void GiveBack()
    {
        foreach (var one in kept)
        {
            one.GiveUp();
        }

        SqliteConnection.ClearAllPools();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        CLibrary.Trim();
    }
}
