using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>The form of the facts: facts.yaml, with the sheets and fields that files in facts/ add, change and take away, and without what a set removes.</summary>
internal sealed class FactFiles(SetFiles files, IReadOnlyList<string> lineage, Removals removals, List<SetChange> changes, FindingLog log)
{
    /// <summary>The schema; mistakes go to the log.</summary>
    public FactsSchema Read()
    {
        if (files.Yaml("facts.yaml", required: true) is not { } root || root is not YamlMapping whole)
        {
            return files.Map("facts.yaml", required: false) is { } other ? FactsSchemaReader.Read(other) : new FactsSchema([]);
        }

        var level = ListMerge.Level(lineage, ListMerge.Owner(whole.Place));
        var parts = files.Below("facts/", ".yaml").Select(path => files.Yaml(path, required: true)).OfType<YamlNode>()
            .Where(part => ListMerge.Level(lineage, ListMerge.Owner(part.Place)) <= level)
            .OrderByDescending(part => ListMerge.Level(lineage, ListMerge.Owner(part.Place)));
        var map = Without(whole);
        foreach (var part in parts)
        {
            if (part is not YamlMapping change || MapMerge.List(change, "sheets") is not { } sheets || MapMerge.List(map, "sheets") is not { } known)
            {
                log.Fatal("TPL-04", "文件应当写成“sheets:”和它下面的工作表", part.Place);
                continue;
            }

            var merged = MapMerge.Entries(
                known, sheets.Items, "name", log,
                (name, was, place) => changes.Add(new SetChange("文字资料", name, place.File, was ? whole.Place.File : null)), ("fields", "name"));
            map = MapMerge.With(map, new YamlMapping([new YamlEntry("sheets", known.Place, merged)], change.Place));
        }

        return FactsSchemaReader.Read(MapReader.Of(map, log, "文件")!);
    }

    private YamlMapping Without(YamlMapping map)
    {
        if (MapMerge.List(map, "sheets") is not { } sheets)
        {
            return map;
        }

        var kept = new List<YamlNode>();
        foreach (var sheet in sheets.Items)
        {
            if (ListMerge.Name(sheet, "name") is not { } name || sheet is not YamlMapping entry || MapMerge.List(entry, "fields") is not { } fields)
            {
                kept.Add(sheet);
            }
            else if (!removals.Takes("facts", name, sheet.Place.File))
            {
                var left = fields.Items.Where(field => ListMerge.Name(field, "name") is not { } one || !removals.Takes("facts", $"{name}.{one}", field.Place.File)).ToList();
                kept.Add(left.Count == fields.Items.Count ? entry
                    : MapMerge.With(entry, new YamlMapping([new YamlEntry("fields", fields.Place, fields with { Items = left })], entry.Place)));
            }
        }

        return MapMerge.With(map, new YamlMapping([new YamlEntry("sheets", sheets.Place, sheets with { Items = kept })], map.Place));
    }
}
