using System.Security.Cryptography;
using System.Text;

namespace FinalAccounts.Templates;

/// <summary>Template sets as they were at one moment, in memory: what is compiled, hashed and kept with an edition is the same text.</summary>
public sealed class TemplateSnapshot : ITemplateSource
{
    private readonly SortedDictionary<string, SortedDictionary<string, Entry>> sets = new(StringComparer.Ordinal);
    private readonly Lazy<string> hash;
    private readonly Lazy<IReadOnlyList<SetSummary>> summaries;

    private TemplateSnapshot()
    {
        hash = new Lazy<string>(HashOfAll);
        summaries = new Lazy<IReadOnlyList<SetSummary>>(() => TemplateSetReader.SummariesOf(this));
    }

    /// <summary>SHA-256 over all sets, paths and texts; also over what is wrong with files that cannot be read.</summary>
    public string Hash => hash.Value;

    /// <summary>The sets there are (<see cref="TemplateSetReader.Summaries"/>), read once.</summary>
    public IReadOnlyList<SetSummary> Summaries => summaries.Value;

    /// <inheritdoc/>
    public IReadOnlyList<string> Sets => [.. sets.Where(set => set.Value.ContainsKey(TemplateFileKinds.Head)).Select(set => set.Key)];

    /// <summary>Reads everything a source has.</summary>
    /// <param name="source">What lies below.</param>
    /// <param name="over">Files that lie over it: set, path, text.</param>
    public static TemplateSnapshot Take(ITemplateSource source, IEnumerable<(string Set, string Path, string Text)> over)
    {
        var snapshot = new TemplateSnapshot();
        foreach (var set in source.Sets)
        {
            foreach (var path in source.List(set))
            {
                snapshot.Put(set, path, Read(source, set, path));
            }
        }

        foreach (var (set, path, text) in over)
        {
            snapshot.Put(set, path, new Entry(text, null));
        }

        return snapshot;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string set) => sets.TryGetValue(set, out var files) ? [.. files.Keys] : [];

    /// <inheritdoc/>
    public string? Read(string set, string path)
    {
        if (!sets.TryGetValue(set, out var files) || !files.TryGetValue(path, out var entry))
        {
            return null;
        }

        return entry.Broken is { } broken ? throw new InvalidDataException(broken) : entry.Text;
    }

    private static Entry Read(ITemplateSource source, string set, string path)
    {
        try
        {
            return new Entry(source.Read(set, path) ?? "", null);
        }
        catch (InvalidDataException exception)
        {
            return new Entry("", exception.Message);
        }
    }

    private string HashOfAll()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (set, files) in sets)
        {
            foreach (var (path, entry) in files)
            {
                all.AppendData(Encoding.UTF8.GetBytes($"\0{set}/{path}\0"));
                all.AppendData(Encoding.UTF8.GetBytes(entry.Broken ?? entry.Text));
            }
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private void Put(string set, string path, Entry entry)
    {
        if (!sets.TryGetValue(set, out var files))
        {
            sets[set] = files = new SortedDictionary<string, Entry>(StringComparer.Ordinal);
        }

        files[path] = entry;
    }

    private sealed record Entry(string Text, string? Broken);
}
