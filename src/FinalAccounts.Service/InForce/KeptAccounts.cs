using FinalAccounts.Service.Store;
using Microsoft.Extensions.Caching.Memory;

namespace FinalAccounts.Service.InForce;

/// <summary>
/// Accounts as they were read last, for everybody who looks at the same unit: reading a unit's canonical form takes longer than all else that a page does,
/// and many times its memory. What is kept is bounded, so is how many read at a time: a crowd waits for a short while, and does not hold everything at once.
/// </summary>
public sealed class KeptAccounts : IGivenUp, IDisposable
{
    // Of canonical JSON; accounts take several times as much.
    private const long MostBytes = 24 * 1024 * 1024;

    // Sets that data name, a few characters each.
    private const int MostNames = 2000;

    private readonly MemoryCache accounts = new(new MemoryCacheOptions { SizeLimit = MostBytes, CompactionPercentage = 0.25 });
    private readonly MemoryCache names = new(new MemoryCacheOptions { SizeLimit = MostNames, CompactionPercentage = 0.25 });
    private readonly SemaphoreSlim turns = new(Math.Max(2, Environment.ProcessorCount));

    /// <summary>The accounts of this key.</summary>
    /// <param name="key">All that they are made from.</param>
    public async Task<Result<AccountsInForce>> OfAsync(object key, Func<Task<Result<AccountsInForce>>> read, CancellationToken cancellation)
    {
        if (accounts.TryGetValue(key, out Result<AccountsInForce>? known))
        {
            return known!;
        }

        await turns.WaitAsync(cancellation);
        try
        {
            // Read by somebody who came a moment before?
            return accounts.TryGetValue(key, out known) ? known! : Keep(key, await read());
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>The template set that the accounts of this hash name; null for none.</summary>
    public Task<string?> StatedSetOfAsync(string sha256, Func<Task<string?>> read) => names.GetOrCreateAsync(sha256, entry =>
    {
        entry.Size = 1;
        return read();
    });

    public void GiveUp() => accounts.Clear();

    public void Dispose()
    {
        accounts.Dispose();
        names.Dispose();
        turns.Dispose();
    }

    private Result<AccountsInForce> Keep(object key, Result<AccountsInForce> made) =>
        accounts.Set(key, made, new MemoryCacheEntryOptions { Size = made.Value?.Json.Length ?? 1 });
}
