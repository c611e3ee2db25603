using System.Collections.Concurrent;
using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.People;

/// <summary>
/// Counts wrong passwords by address and name and lets the next attempt wait, longer each time. Nobody is locked out by others: who comes
/// from another address does not wait, and a new password begins anew. Kept in this process only.
/// </summary>
public sealed class SignInAttempts(RateLimits limits, TimeProvider time)
{
    /// <summary>Wrong passwords without any wait.</summary>
    public const int Free = 4;

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // What nobody has tried for this long is forgotten.
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // More names than anybody can try within the limits of many addresses.
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(string Address, string Name, string Stamp), Tries> names = new();
    private readonly ConcurrentDictionary<string, Tries> addresses = new();

    /// <summary>Somebody tries; counts as wrong until it turns out to be right.</summary>
    /// <param name="address">From where.</param>
    /// <param name="name">As typed.</param>
    /// <param name="stamp">The person's security stamp: what an administrator resets begins anew. Empty for a name that nobody has.</param>
    /// <returns>How long to wait; zero when the password may be looked at.</returns>
    public TimeSpan Begin(string address, string name, string stamp)
    {
        var now = time.GetUtcNow();
        Forget(now);
        var (byAddress, byName) = (addresses.GetOrAdd(address, _ => new Tries()), names.GetOrAdd(Key(address, name, stamp), _ => new Tries()));
        lock (byAddress)
        {
            if (now - byAddress.Since >= Minute)
            {
                (byAddress.Since, byAddress.Count) = (now, 0);
            }

            if (byAddress.Count >= limits.SignInPerMinute)
            {
                return byAddress.Since + Minute - now;
            }

            lock (byName)
            {
                if (byName.Until > now)
                {
                    return byName.Until - now;
                }

                byAddress.Count++;
                byName.Count++;
                (byAddress.Last, byName.Last, byName.Until) = (now, now, now + Wait(byName.Count));
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>It was right: nothing of it counts.</summary>
    public void Succeeded(string address, string name, string stamp)
    {
        names.TryRemove(Key(address, name, stamp), out _);
        if (addresses.TryGetValue(address, out var tries))
        {
            lock (tries)
            {
                tries.Count = Math.Max(0, tries.Count - 1);
            }
        }
    }

    /// <summary>How many wrong passwords this name has had from this address.</summary>
    public int Of(string address, string name, string stamp) => names.TryGetValue(Key(address, name, stamp), out var tries) ? tries.Count : 0;

    /// <summary>After so many wrong passwords: none, then 5 seconds, doubling.</summary>
    internal static TimeSpan Wait(int wrong) => wrong <= Free ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 5 * Math.Pow(2, Math.Min(wrong - Free - 1, 20))));

    private static (string, string, string) Key(string address, string name, string stamp) => (address, name.ToUpperInvariant(), stamp);

    private void Forget(DateTimeOffset now)
    {
        if (names.Count < Most && addresses.Count < Most)
        {
            return;
        }

        foreach (var (key, tries) in names)
        {
            if (now - tries.Last > Forgotten)
            {
                names.TryRemove(key, out _);
            }
        }

        foreach (var (key, tries) in addresses)
        {
            if (now - tries.Last > Minute)
            {
                addresses.TryRemove(key, out _);
            }
        }

        if (names.Count >= Most)
        {
            names.Clear();
        }
    }

    private sealed class Tries
    {
        public int Count { get; set; }

        public DateTimeOffset Since { get; set; }

        public DateTimeOffset Last { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
