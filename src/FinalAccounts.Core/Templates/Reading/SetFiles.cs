using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>The files of a set laid over those of its parents, single file by single file.</summary>
internal sealed class SetFiles
{
    private readonly ITemplateSource source;
    private readonly FindingLog log;
    private readonly SortedDictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> overridden = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> chains = new(StringComparer.Ordinal);

    /// <param name="lineage">The set itself, its parent, the parent's parent.</param>
    public SetFiles(ITemplateSource source, IReadOnlyList<string> lineage, FindingLog log)
    {
        (this.source, this.log) = (source, log);
        foreach (var set in lineage)
        {
            foreach (var path in source.List(set))
            {
                if (!chains.TryGetValue(path, out var chain))
                {
                    chains[path] = chain = [];
                }

                chain.Add(set);
                if (!owners.TryAdd(path, set) && owners[path] != set)
                {
                    overridden.TryAdd(path, set);
                }
            }
        }
    }

    /// <summary>All files, and which set each is taken from; every set has a set.yaml of its own.</summary>
    public IReadOnlyList<SetFile> All =>
        [.. owners.Where(pair => pair.Key != TemplateFileKinds.Head).Select(pair => new SetFile(pair.Key, pair.Value, overridden.GetValueOrDefault(pair.Key)))];

    /// <summary>The list of a file, followed by the lists of the files in the folder of its name: rules.yaml, then rules/*.yaml.</summary>
    public YamlNode? Lists(string name, bool required)
    {
        var more = Below($"{name}/", ".yaml").Select(path => Yaml(path, required: true)).OfType<YamlNode>().ToList();
        var first = Yaml($"{name}.yaml", required && more.Count == 0);
        return first is null && more.Count == 0 ? null
            : more.Count == 0 ? first
            : new YamlSequence([.. (first is null ? more : more.Prepend(first)).SelectMany(Items)], (first ?? more[0]).Place);
    }

    // What is no list is handed on as it is, and reported by whoever reads it.
    private static IEnumerable<YamlNode> Items(YamlNode node) => node switch
    {
        YamlSequence list => list.Items,
        YamlScalar { Text: null } => [],
        _ => [node],
    };

    /// <summary>Paths below a folder with this ending, in ordinal order.</summary>
    public IEnumerable<string> Below(string folder, string ending) =>
        owners.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal)).ToList();

    /// <summary>All sets that have a file of this path, nearest first.</summary>
    public IReadOnlyList<string> Chain(string path) => chains.GetValueOrDefault(path) ?? [];

    /// <summary>The root of a YAML file as one of the sets has it; null when it cannot be read, which is reported.</summary>
    public YamlNode? Of(string set, string path) => Text(source, set, path, log) is { } text ? YamlTreeReader.Read($"{set}/{path}", text, log) : null;

    /// <summary>Which set the file comes from.</summary>
    public string Owner(string path) => owners[path];

    /// <summary>The root of a YAML file; null when it is missing (reported if required) or cannot be read (reported).</summary>
    public YamlNode? Yaml(string path, bool required)
    {
        if (!owners.TryGetValue(path, out var owner))
        {
            if (required)
            {
                log.Fatal("TPL-06", $"模板集缺少文件 {path}", new Place(path));
            }

            return null;
        }

        return Text(path) is { } text ? YamlTreeReader.Read($"{owner}/{path}", text, log) : null;
    }

    /// <summary>The file as a mapping.</summary>
    public MapReader? Map(string path, bool required) => MapReader.Of(Yaml(path, required), log, "文件");

    /// <summary>The file's text; null, and reported, when it cannot be read.</summary>
    public string? Text(string path) => Text(source, Owner(path), path, log);

    /// <summary>The text of a set's own file; null, and reported, when it cannot be read.</summary>
    public static string? Text(ITemplateSource source, string set, string path, FindingLog log)
    {
        try
        {
            var text = source.Read(set, path);
            if (text is { Length: > TemplateSetReader.MaxFileBytes })
            {
                throw new InvalidDataException($"文件超过上限 {TemplateSetReader.MaxFileBytes:N0} 字节");
            }

            if (text is null)
            {
                log.Fatal("TPL-06", "读不到文件", new Place($"{set}/{path}"));
            }

            return text;
        }
        catch (InvalidDataException mistake)
        {
            log.Fatal("TPL-07", mistake.Message, new Place($"{set}/{path}"));
            return null;
        }
    }
}
