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
        ["list"] = RowKind.List,
    };

    private static readonly Dictionary<string, PageOrientation> Orientations = new()
    {
        ["portrait"] = PageOrientation.Portrait,
        ["landscape"] = PageOrientation.Landscape,
    };

    private static readonly Dictionary<string, bool> TotalPlaces = new() { ["first"] = false, ["last"] = true };

    private static readonly Dictionary<string, bool> Dashes = new() { ["blank"] = false, ["keep"] = true };

    /// <summary>The layout; mistakes go to the log.</summary>
    public static TableLayout Read(MapReader map)
    {
        var written = map.Choice("kind", Kinds);
        var blocks = LayoutBlockReader.Read(map, written);
        // Rows from the data that have no code are the rows of a list.
        var kind = written == RowKind.Subjects && blocks is [var only] && only.Columns.All(column => column.Role != ColumnRole.Code) ? RowKind.List : written;
        var layout = new TableLayout(
            map.Text("key"),
            map.Text("name"),
            map.Text("title"),
            map.OptionalText("mark"),
            kind,
            map.Choice("orientation", Orientations, PageOrientation.Portrait),
            blocks,
            Header(map),
            map.Texts("notes"))
        {
            ColumnNumbers = map.Flag("columnNumbers", true),
            PrintZeros = map.Has("printZeros") ? map.Flag("printZeros") : null,
            EmptyStatement = map.OptionalText("emptyStatement"),
            TotalLast = map.Choice("total", TotalPlaces, kind == RowKind.List),
            TotalAcross = map.Flag("totalAcross"),
            TotalNeeded = kind == RowKind.Subjects || (kind == RowKind.List && map.Has("total")),
            KeepsDashes = map.Choice("dashes", Dashes, kind == RowKind.List || HasOtherThanMoney(blocks)),
        };
        if (kind is not (RowKind.Subjects or RowKind.List) && (map.Has("total") || layout.TotalAcross))
        {
            map.Log.Fatal("TPL-04", "只有 kind 为 subjects 或 list 的表才写 total、totalAcross；其他表的合计行写在 rows 里", map.Place);
        }

        if (kind == RowKind.List && blocks is [var list] && list.Columns.Count(column => column.Role == ColumnRole.Name) != 1)
        {
            map.Log.Fatal("TPL-04", "kind 为 list 的表要有一列、也只有一列 role: name（每行叫什么）；其余文字列写 role: text", map.PlaceOf("blocks"));
        }

        map.End();
        LayoutNotes.Check(layout, map);
        return layout;
    }

    private static bool HasOtherThanMoney(IReadOnlyList<LayoutBlock> blocks) => blocks.Any(block =>
        block.CellColumns.Any(column => column.Kind != CellKind.Money) || block.Rows.Any(row => row.Kind is not null));

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
