using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Lists of entries with a name, from several sets: an entry of a nearer set takes the place of the one of the same name that it inherits.</summary>
internal static class ListMerge
{
    /// <summary>The list as it counts; entries of the same name in one set stay, and are reported by whoever reads them.</summary>
    /// <param name="key">The key of the name: name, code.</param>
    public static List<YamlNode> Entries(
        IReadOnlyList<YamlNode> items, string key, string kind, string what, IReadOnlyList<string> lineage, Removals removals, List<SetChange> changes)
    {
        var named = items.Where(item => Name(item, key) is not { } name || !removals.Takes(kind, name, item.Place.File)).ToList();
        var merged = new List<YamlNode>();
        foreach (var group in named.Select((node, at) => (node, at)).GroupBy(pair => Name(pair.node, key) ?? $"\0{pair.at}"))
        {
            var nearest = group.GroupBy(pair => Owner(pair.node.Place)).OrderBy(set => Level(lineage, set.Key)).First().ToList();
            merged.AddRange(nearest.Select(pair => pair.node));
            var own = nearest[0].node;
            if (group.FirstOrDefault(pair => Owner(pair.node.Place) != Owner(own.Place)).node is { } over)
            {
                changes.Add(new SetChange(what, group.Key, own.Place.File, over.Place.File));
            }
        }

        return merged;
    }

    /// <summary>The set whose file it is.</summary>
    public static string Owner(Place place) => place.File.Split('/')[0];

    /// <summary>How far a set is from the one that is read: 0 for itself.</summary>
    public static int Level(IReadOnlyList<string> lineage, string set) => lineage.TakeWhile(one => one != set).Count();

    /// <summary>The text of a key; null when there is none.</summary>
    public static string? Name(YamlNode node, string key) =>
        node is YamlMapping mapping && mapping.Entries.FirstOrDefault(entry => entry.Key == key)?.Value is YamlScalar { Text: { } text } ? text : null;
}
