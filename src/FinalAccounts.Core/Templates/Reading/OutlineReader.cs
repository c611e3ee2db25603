using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads outline.yaml.</summary>
internal static class OutlineReader
{
    /// <summary>The outline; whether its tables and sections exist is checked as well.</summary>
    public static Outline Read(MapReader map, IReadOnlyList<TableLayout> tables, IReadOnlyDictionary<string, SectionTemplate> sections, Removals removals)
    {
        var cover = map.Map("cover", required: true) is { } lines
            ? Cover(lines)
            : new OutlineCover([], "", []);
        var contents = map.OptionalText("contents");
        var parts = new List<OutlinePart>();
        foreach (var part in map.Maps("parts", "一个部分"))
        {
            var items = part.Maps("items", "一节").Select(node => Item(node, tables, sections, removals)).ToList();
            parts.Add(new OutlinePart(part.Text("title"), items)
            {
                TitlePage = part.Flag("titlePage"),
                ContentsText = part.OptionalText("contents"),
            });
            part.End();
        }

        var (head, fileName) = (map.OptionalText("runningHead"), map.OptionalText("fileName"));
        map.End();
        return OutlineRemovals.Apply(new Outline(cover, parts) { ContentsTitle = contents, RunningHead = head, FileName = fileName }, map.Place.File, removals);
    }

    private static OutlineCover Cover(MapReader map)
    {
        map.Items("title", required: true);
        var cover = new OutlineCover(map.Texts("title"), map.OptionalText("date") ?? "", map.Texts("extras")) { Below = map.Texts("below") };
        map.End();
        return cover;
    }

    private static OutlineItem Item(
        MapReader map, IReadOnlyList<TableLayout> tables, IReadOnlyDictionary<string, SectionTemplate> sections, Removals removals)
    {
        var item = new OutlineItem(map.OptionalText("title"))
        {
            Section = map.OptionalText("section"),
            Table = map.OptionalText("table"),
            Annex = map.OptionalText("annex"),
            ContentsText = map.OptionalText("contents"),
            When = map.OptionalText("when"),
            WhenPlace = map.Has("when") ? map.PlaceOf("when") : null,
        };
        map.End();
        var set = new[] { item.Section, item.Table, item.Annex }.Count(value => value is not null);
        if (set != 1)
        {
            map.Log.Fatal("TPL-04", "一节要写 section、table、annex 中的一个，且只写一个", map.Place);
        }

        if (item.Section is { } section && !sections.ContainsKey(section) && !removals.Takes("sections", section, map.Place.File))
        {
            map.Log.Fatal("TPL-08", $"没有文件“{section}”{Gone(section, "sections", removals) ?? NearFile(section, sections.Keys)}", map.PlaceOf("section"));
        }

        if (item.Table is { } table && tables.All(layout => layout.Key != table) && !removals.Takes("tables", table, map.Place.File))
        {
            map.Log.Fatal("TPL-08", $"没有表“{table}”{Gone(table, "tables", removals) ?? Suggestion.For(table, tables.Select(layout => layout.Key))}", map.PlaceOf("table"));
        }

        return item;
    }

    private static string? Gone(string name, string kind, Removals removals) =>
        removals.Names(kind).Contains(name) ? "：set.yaml 的 remove 把它去掉了，请把 outline 里的这一行也删去" : null;

    // The folder and the ending are alike in all of them: the names between are compared.
    private static string NearFile(string section, IEnumerable<string> files) =>
        Suggestion.Nearest(Path.GetFileNameWithoutExtension(section), files.Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)) is { } near
            ? $"，是不是“sections/{near}.sbn”？" : "，请写这个文件，或核对名称";
}
