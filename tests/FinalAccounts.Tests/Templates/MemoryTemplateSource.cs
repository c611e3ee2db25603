using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

/// <summary>Template sets in memory: files by “set/path”.</summary>
internal sealed class MemoryTemplateSource(IReadOnlyDictionary<string, string> files) : ITemplateSource
{
    public IReadOnlyList<string> Sets =>
        files.Keys.Where(path => path.EndsWith("/set.yaml", StringComparison.Ordinal))
            .Select(path => path.Split('/')[0]).Order(StringComparer.Ordinal).ToList();

    public IReadOnlyList<string> List(string set) =>
        files.Keys.Where(path => path.StartsWith(set + "/", StringComparison.Ordinal))
            .Select(path => path[(set.Length + 1)..]).Order(StringComparer.Ordinal).ToList();

    public string? Read(string set, string path) => files.GetValueOrDefault($"{set}/{path}");
}
