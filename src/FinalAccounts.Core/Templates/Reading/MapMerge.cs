using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Changes of a mapping that another set wrote: single keys, and single entries of its lists by their name.</summary>
internal static class MapMerge
{
    private const string After = "after";
    private const string Remove = "remove";

    /// <summary>With the keys of the change in place of its own; keys that only steer the merge stay out.</summary>
    public static YamlMapping With(YamlMapping map, YamlMapping change, params string[] steering)
    {
        var added = change.Entries.Where(entry => !steering.Contains(entry.Key)).ToList();
        return map with
        {
            Entries = [.. map.Entries.Select(entry => added.FirstOrDefault(one => one.Key == entry.Key) ?? entry), .. added.Where(entry => map.Entries.All(own => own.Key != entry.Key))],
        };
    }

    /// <summary>The list with changed, added and removed entries. A new one stands at the end, or where <c>after:</c> says.</summary>
    /// <param name="key">The key of an entry's name; an entry that is a text alone is its own name.</param>
    /// <param name="nested">What lies in an entry of the same name: the key of a list of its own, and the key of its entries' names.</param>
    public static YamlSequence Entries(
        YamlSequence list, IReadOnlyList<YamlNode> changes, string key, FindingLog log, Action<string, bool, Place> said, (string List, string Key)? nested = null)
    {
        var items = list.Items.ToList();
        foreach (var change in changes)
        {
            if (change is not YamlMapping map || Named(map, key) is not { } name)
            {
                log.Fatal("TPL-04", $"每一项写成“{key}: 名称, …”的形式", change.Place);
                continue;
            }

            var at = items.FindIndex(item => Named(item, key) == name);
            said(name, at >= 0, change.Place);
            if (Flag(map, Remove))
            {
                if (at < 0)
                {
                    log.Fatal("TPL-08", $"没有“{name}”，不能去掉{Suggestion.For(name, items.Select(item => Named(item, key)).OfType<string>())}", change.Place);
                }
                else
                {
                    items.RemoveAt(at);
                }

                continue;
            }

            var target = at >= 0 ? Target(items[at], key) : null;
            var merged = target is null ? Bare(map) : nested is { } inner && List(map, inner.List) is { } below && List(target, inner.List) is { } own
                ? With(With(target, map, After, Remove, inner.List), new YamlMapping([Entry(target, inner.List, Entries(own, below.Items, inner.Key, log, (field, known, place) => said($"{name}.{field}", known, place)))], map.Place))
                : With(target, map, After, Remove);
            var after = ListMerge.Name(map, After);
            if (after is null && at >= 0)
            {
                items[at] = merged;
                continue;
            }

            if (at >= 0)
            {
                items.RemoveAt(at);
            }

            var before = after is null ? items.Count - 1 : items.FindIndex(item => Named(item, key) == after);
            if (after is not null && before < 0)
            {
                log.Fatal("TPL-08", $"after：没有“{after}”{Suggestion.For(after, items.Select(item => Named(item, key)).OfType<string>())}", change.Place);
            }

            items.Insert(before + 1, merged);
        }

        return list with { Items = items };
    }

    /// <summary>The list below a key; null when there is none.</summary>
    public static YamlSequence? List(YamlMapping map, string key) => map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value as YamlSequence;

    /// <summary>The name of an entry: of a mapping by the key, of a text itself.</summary>
    public static string? Named(YamlNode node, string key) => node is YamlScalar { Text: { } text } ? text : ListMerge.Name(node, key);

    private static YamlEntry Entry(YamlMapping map, string key, YamlNode value) => map.Entries.First(entry => entry.Key == key) with { Value = value };

    private static YamlMapping Bare(YamlMapping map) => map with { Entries = [.. map.Entries.Where(entry => entry.Key is not (After or Remove))] };

    private static YamlMapping? Target(YamlNode node, string key) => node switch
    {
        YamlMapping map => map,
        YamlScalar scalar => new YamlMapping([new YamlEntry(key, scalar.Place, scalar)], scalar.Place),
        _ => null,
    };

    private static bool Flag(YamlMapping map, string key) => map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value is YamlScalar { Text: "true" };
}
