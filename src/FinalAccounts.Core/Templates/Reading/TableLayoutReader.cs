using FinalAccounts.Documents;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads tables/*.yaml.</summary>
internal static class TableLayoutReader
{
    private static readonly Dictionary<string, RowKind> Kinds = new()
    {
        ["fixed"] = RowKind.Fixed,
        ["subjects"] = RowKind.Subjects,
        ["single"] = RowKind.Single,
    };

    private static readonly Dictionary<string, PageOrientation> Orientations = new()
    {
        ["portrait"] = PageOrientation.Portrait,
        ["landscape"] = PageOrientation.Landscape,
    };

    private static readonly Dictionary<string, bool> TotalPlaces = new() { ["first"] = false, ["last"] = true };

    /// <summary>The layout; mistakes go to the log.</summary>
    public static TableLayout Read(MapReader map)
    {
        var kind = map.Choice("kind", Kinds);
        var layout = new TableLayout(
            map.Text("key"),
            map.Text("name"),
            map.Text("title"),
            map.OptionalText("mark"),
            kind,
            map.Choice("orientation", Orientations, PageOrientation.Portrait),
            LayoutBlockReader.Read(map, kind),
            Header(map),
            map.Texts("notes"))
        {
            ColumnNumbers = map.Flag("columnNumbers", true),
            EmptyStatement = map.OptionalText("emptyStatement"),
            TotalLast = map.Choice("total", TotalPlaces, false),
            TotalAcross = map.Flag("totalAcross"),
        };
        if (kind != RowKind.Subjects && (layout.TotalLast || layout.TotalAcross))
        {
            map.Log.Fatal("TPL-04", "只有 kind 为 subjects 的表才写 total、totalAcross；其他表的合计行写在 rows 里", map.Place);
        }

        map.End();
        LayoutNotes.Check(layout, map);
        return layout;
    }

    private static List<IReadOnlyList<HeaderCell>> Header(MapReader map)
    {
        var rows = new List<IReadOnlyList<HeaderCell>>();
        foreach (var row in map.Items("header", required: true))
        {
            if (row is YamlSequence cells)
            {
                rows.Add(cells.Items.Select(cell => Cell(cell, map.Log)).OfType<HeaderCell>().ToList());
            }
            else
            {
                map.Log.Fatal("TPL-04", "表头的每一行应当是列表（- [… , …]）", row.Place);
            }
        }

        return rows;
    }

    // A header cell may be empty: the corner above the code column.
    private static HeaderCell? Cell(YamlNode node, FindingLog log)
    {
        if (node is YamlScalar scalar)
        {
            return new HeaderCell(scalar.Text ?? "");
        }

        if (MapReader.Of(node, log, "表头单元格") is not { } map)
        {
            return null;
        }

        map.Has("text");
        var text = node is YamlMapping mapping
            && mapping.Entries.FirstOrDefault(entry => entry.Key == "text")?.Value is YamlScalar value ? value.Text ?? "" : map.Text("text");
        var cell = new HeaderCell(text, map.Integer("columns", 1, 50, 1), map.Integer("rows", 1, 20, 1));
        map.End();
        return cell;
    }
}
