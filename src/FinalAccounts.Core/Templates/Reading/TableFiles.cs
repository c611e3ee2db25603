using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>The layouts of a set: whole ones, nearest first, with the changes that files with <c>change: 表05</c> make to them, farthest first.</summary>
internal sealed class TableFiles(SetFiles files, IReadOnlyList<string> lineage, Removals removals, List<SetChange> changes, FindingLog log)
{
    private const string Change = "change";

    /// <summary>The layouts in the order of their files; mistakes go to the log.</summary>
    public List<TableLayout> Read()
    {
        var (whole, parts) = Nodes();
        if (whole.Count == 0)
        {
            log.Fatal("TPL-06", "模板集没有表样（tables/*.yaml）", new Place("tables"));
        }

        var tables = new List<TableLayout>();
        foreach (var node in whole)
        {
            var key = ListMerge.Name(node, "key");
            if (key is not null && removals.Takes("tables", key, node.Place.File))
            {
                parts.RemoveAll(part => ListMerge.Name(part, Change) == key);
                continue;
            }

            var mine = parts.FindAll(part => key is not null && ListMerge.Name(part, Change) == key);
            parts.RemoveAll(mine.Contains);
            var level = Level(node);
            var changed = mine.Where(part => Level(part) <= level).OrderByDescending(Level).Aggregate(node, Changed);
            var layout = TableLayoutReader.Read(MapReader.Of(changed, log, "文件")!);
            if (tables.Any(table => table.Key == layout.Key))
            {
                log.Fatal("TPL-05", $"表“{layout.Key}”在两个文件里都有", node.Place);
            }
            else
            {
                tables.Add(layout);
            }
        }

        foreach (var part in parts)
        {
            var name = ListMerge.Name(part, Change) ?? "";
            log.Fatal("TPL-08", $"change：没有表“{name}”{Suggestion.For(name, tables.Select(table => table.Key))}", part.Place);
        }

        return tables;
    }

    // A file that only changes lets the one of the same path behind it through.
    private (List<YamlMapping> Whole, List<YamlMapping> Parts) Nodes()
    {
        var (whole, parts) = (new List<YamlMapping>(), new List<YamlMapping>());
        foreach (var path in files.Below("tables/", ".yaml"))
        {
            foreach (var owner in files.Chain(path))
            {
                if (files.Of(owner, path) is not { } root)
                {
                    break;
                }

                if (root is not YamlMapping map)
                {
                    log.Fatal("TPL-04", "文件应当写成“键: 值”的形式", root.Place);
                    break;
                }

                if (ListMerge.Name(map, Change) is null)
                {
                    whole.Add(map);
                    break;
                }

                parts.Add(map);
            }
        }

        return (whole, parts);
    }

    private YamlMapping Changed(YamlMapping table, YamlMapping change)
    {
        var key = ListMerge.Name(table, "key") ?? "";
        var result = MapMerge.With(table, change, Change, "columns", "rows");
        foreach (var entry in change.Entries.Where(entry => entry.Key is not (Change or "columns" or "rows")))
        {
            changes.Add(new SetChange("表样", $"{key} {entry.Key}", change.Place.File, table.Place.File));
        }

        foreach (var (list, what) in new[] { ("columns", "列"), ("rows", "行") })
        {
            if (change.Entries.FirstOrDefault(entry => entry.Key == list)?.Value is not { } value)
            {
                continue;
            }

            if (value is not YamlSequence parts || MapMerge.List(result, "blocks") is not { } blocks)
            {
                log.Fatal("TPL-04", $"“{list}”应当是列表", value.Place);
                continue;
            }

            result = MapMerge.With(result, new YamlMapping([new YamlEntry("blocks", blocks.Place, Blocks(blocks, parts, list, Said))], blocks.Place));

            void Said(string name, bool known, Place place) => changes.Add(new SetChange("表样", $"{key} {what}“{name}”", place.File, known ? table.Place.File : null));
        }

        return result;
    }

    // Each change goes to the block that has the entry, or the one it follows; else to the last.
    private YamlSequence Blocks(YamlSequence blocks, YamlSequence parts, string list, Action<string, bool, Place> said)
    {
        var items = blocks.Items.ToList();
        foreach (var part in parts.Items)
        {
            var names = new[] { ListMerge.Name(part, "key"), ListMerge.Name(part, "after") };
            var at = items.FindIndex(block => block is YamlMapping map && MapMerge.List(map, list) is { } own && own.Items.Any(item => MapMerge.Named(item, "key") is { } name && names.Contains(name)));
            at = at < 0 ? items.Count - 1 : at;
            if (items[at] is YamlMapping target && MapMerge.List(target, list) is { } entries)
            {
                var merged = MapMerge.Entries(entries, [part], "key", log, said);
                items[at] = MapMerge.With(target, new YamlMapping([new YamlEntry(list, entries.Place, merged)], part.Place));
            }
            else
            {
                log.Fatal("TPL-08", $"这张表没有 {list}，不能改", part.Place);
            }
        }

        return blocks with { Items = items };
    }

    private int Level(YamlNode node) => ListMerge.Level(lineage, ListMerge.Owner(node.Place));
}
