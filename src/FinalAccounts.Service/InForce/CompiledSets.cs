using FinalAccounts.Formulas;
using FinalAccounts.Templates;
using Microsoft.Extensions.Caching.Memory;

namespace FinalAccounts.Service.InForce;

/// <summary>Compiled template sets, kept by the hash of the texts they were compiled from: a change of any file is seen at once, the same text is compiled once.</summary>
public sealed class CompiledSets : IDisposable
{
    private const int Most = 16;

    private readonly MemoryCache sets = new(new MemoryCacheOptions { SizeLimit = Most, CompactionPercentage = 0.25 });

    /// <summary>The set as these texts make it; its mistakes when it is broken.</summary>
    public LoadedSet Load(TemplateSnapshot templates, string key)
    {
        Lazy<LoadedSet> set;
        lock (sets)
        {
            set = sets.GetOrCreate((key, templates.Hash), _ => new Lazy<LoadedSet>(() => Compile(templates, key)), new MemoryCacheEntryOptions { Size = 1 })!;
        }

        return set.Value;
    }

    public void Dispose() => sets.Dispose();

    private static LoadedSet Compile(TemplateSnapshot templates, string key)
    {
        var result = new TemplateSetReader(templates).ReadCompiled(key);
        return result.Value is { } set
            ? new LoadedSet(set, result.Findings, TemplateSetHash.Of(templates, set.Set), KeptTemplates.Of(templates, set.Set).ToJson())
            : new LoadedSet(null, result.Findings, "", []);
    }
}

/// <summary>A template set ready for use, or what is wrong with it.</summary>
/// <param name="Set">Null when it is broken.</param>
/// <param name="Hash">SHA-256 over its files and those of its parents.</param>
/// <param name="Files"><see cref="KeptTemplates"/> as JSON.</param>
public sealed record LoadedSet(CompiledSet? Set, IReadOnlyList<Finding> Findings, string Hash, byte[] Files);
