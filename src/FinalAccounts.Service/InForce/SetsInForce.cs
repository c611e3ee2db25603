using System.Collections.Concurrent;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.InForce;

/// <summary>The template sets in force, compiled, looked at again at most every two seconds: a preview with every key must not read all files each time.</summary>
public sealed class SetsInForce(IServiceScopeFactory scopes, CompiledSets sets, TimeProvider time)
{
    /// <summary>How old an answer may be.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, SetInForce> kept = new(StringComparer.Ordinal);

    /// <summary>The set; null when there is none of this name.</summary>
    /// <param name="key">The set's key.</param>
    /// <param name="now">Whether it must be as of this moment.</param>
    public async Task<SetInForce?> OfAsync(string key, bool now, CancellationToken cancellation)
    {
        if (!now && kept.TryGetValue(key, out var known) && time.GetElapsedTime(known.Read) < Fresh)
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var templates = await scope.ServiceProvider.GetRequiredService<PublishedTemplates>().TakeAsync(cancellation);
        if (!templates.Sets.Contains(key))
        {
            kept.TryRemove(key, out _);
            return null;
        }

        return kept[key] = new SetInForce(key, templates, sets.Load(templates, key), time.GetTimestamp());
    }
}

/// <summary>A set as it was at one moment.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Templates">All texts of that moment.</param>
/// <param name="Loaded">It, compiled, or what is wrong with it.</param>
/// <param name="Read">When, as the time provider counts.</param>
public sealed record SetInForce(string Key, TemplateSnapshot Templates, LoadedSet Loaded, long Read);
