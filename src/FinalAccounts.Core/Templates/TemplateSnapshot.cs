namespace FinalAccounts.Templates;

/// <summary>Template sets as they were at one moment, in memory: what is compiled, hashed and kept with an edition is the same text.</summary>
public sealed class TemplateSnapshot : ITemplateSource
{
    private readonly SortedDictionary<string, SortedDictionary<string, Entry>> sets = new(StringComparer.Ordinal);

    private TemplateSnapshot()
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Sets => [.. sets.Where(set => set.Value.ContainsKey("set.yaml")).Select(set => set.Key)];

    /// <summary>Reads everything a source has.</summary>
    /// <param name="source">What lies below.</param>
    /// <param name="over">Files that lie over it: set, path, text.</param>
    public static TemplateSnapshot Take(ITemplateSource source, IEnumerable<(string Set, string Path, string Text)> over)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(over);
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

    /// <summary>The files in force for a set, those of its parents where it has none of its own, by path.</summary>
    public IReadOnlyDictionary<string, string> InForce(TemplateSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var reader = new TemplateSetReader(this);
        for (var current = set; current is not null; current = current.Parent is { } parent ? reader.Read(parent).Value : null)
        {
            foreach (var path in List(current.Key))
            {
                files.TryAdd(path, Read(current.Key, path)!);
            }
        }

        return files;
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
