using System.Collections.Concurrent;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.TestSupport;

/// <summary>The repository's template sets, each read and compiled once for all tests: nobody can change them.</summary>
public static class ShippedSets
{
    private static readonly ConcurrentDictionary<string, Lazy<CompiledSet>> Read = new();

    /// <summary>The folder with all of them.</summary>
    public static FolderTemplateSource Source { get; } = new(Repository.PathOf("templates"));

    /// <summary>The one with this key, without a mistake in it.</summary>
    public static CompiledSet Of(string key) => Read.GetOrAdd(key, key => new Lazy<CompiledSet>(() =>
    {
        var result = new TemplateSetReader(Source).ReadCompiled(key);
        return result.Value ?? throw new InvalidDataException(string.Join('\n', result.Findings.Select(finding => $"{finding.Message} {string.Join(' ', finding.Places)}")));
    })).Value;
}
