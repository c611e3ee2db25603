using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace FinalAccounts.Service.Hosting;

/// <summary>
/// Gives memory back once a crowd has gone. The collector of garbage works when something is allocated, so that what was used last stays with the process
/// for as long as nobody comes; and what SQLite and compression have freed stays with the C library's arenas.
/// </summary>
internal sealed class IdleMemory(TimeProvider time) : BackgroundService
{
    // Nothing that people notice is done in such a time with so little.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
    private const long Quiet = 16 * 1024 * 1024;

    // Below this it is not worth the pause.
    private const long Worth = 64 * 1024 * 1024;

    /// <summary>Whether to collect: much was allocated since the last time, and little lately.</summary>
    internal static bool IsDue(long sinceCollected, long lately) => sinceCollected >= Worth && lately < Quiet;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WatchAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends, with or without having been asked to stop first.
        }
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        var (collected, before) = (0L, 0L);
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (IsDue(now - collected, now - before))
            {
                GiveBack();
                collected = now;
            }

            before = now;
        }
    }

    private static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = Trim(0);
            }
            catch (EntryPointNotFoundException)
            {
                // Another C library than glibc keeps no arenas.
            }
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint keep);
}
