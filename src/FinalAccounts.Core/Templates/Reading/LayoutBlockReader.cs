using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads the blocks of a table: columns and fixed rows.</summary>
internal static class LayoutBlockReader
{
    private const int MaxRows = 500;

    private static readonly Dictionary<string, ColumnRole> Roles = new()
    {
        ["code"] = ColumnRole.Code,
        ["name"] = ColumnRole.Name,
        ["line"] = ColumnRole.Line,
        ["value"] = ColumnRole.Value,
        ["text"] = ColumnRole.Text,
    };

    /// <summary>The blocks, left to right; keys are checked to be unique.</summary>
    public static IReadOnlyList<LayoutBlock> Read(MapReader table, RowKind kind)
    {
        var blocks = new List<LayoutBlock>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in table.Maps("blocks", "一个 block"))
        {
            var columns = Columns(map);
            var rows = Rows(map, kind, keys, codes);
            if (columns.Count > 0 && !columns.Any(column => column.Role == ColumnRole.Value || (kind == RowKind.List && column.Role == ColumnRole.Text)))
            {
                table.Log.Fatal("TPL-04", $"一个 block 至少要有一个数值列（role: value）{(kind == RowKind.List ? "或文字列（role: text）" : "")}", map.Place);
            }

            map.End();
            blocks.Add(new LayoutBlock(columns, rows));
        }

        if (kind != RowKind.Fixed && blocks.Count > 1)
        {
            table.Log.Fatal("TPL-04", "kind 为 subjects、single 或 list 的表只有一个 block", table.PlaceOf("blocks"));
        }

        return blocks;
    }

    private static List<LayoutColumn> Columns(MapReader block)
    {
        var columns = new List<LayoutColumn>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in block.Maps("columns", "一列"))
        {
            var role = map.Choice("role", Roles);
            var column = new LayoutColumn(map.Text("key"), role, map.Number("width", 10), map.Integer("span", 1, 10, 1))
            {
                Aliases = map.Texts("aliases"),
                Group = map.OptionalText("group"),
                Kind = CellKinds.OfColumn(map, role),
                Unit = map.OptionalText("unit"),
                Options = map.Texts("options"),
            };
            CellKinds.Check(map, column);
            map.End();
            if (!keys.Add(column.Key))
            {
                map.Log.Fatal("TPL-05", $"列“{column.Key}”写了两次", map.PlaceOf("key"));
            }

            columns.Add(column);
        }

        return columns;
    }

    private static List<LayoutRow> Rows(MapReader block, RowKind kind, HashSet<string> keys, HashSet<string> codes)
    {
        var rows = new List<LayoutRow>();
        if (kind != RowKind.Fixed)
        {
            if (block.Has("rows"))
            {
                block.Log.Fatal("TPL-04", "只有 kind 为 fixed 的表才写 rows", block.PlaceOf("rows"));
            }

            return rows;
        }

        foreach (var item in block.Items("rows", required: true))
        {
            if (item is YamlScalar { Text: { } key } && !string.IsNullOrWhiteSpace(key))
            {
                Add(new LayoutRow(key, key), item.Place);
            }
            else if (MapReader.Of(item, block.Log, "一行") is { } map)
            {
                if (map.Has("blank"))
                {
                    rows.AddRange(Enumerable.Repeat(new LayoutRow(null, ""), map.Integer("blank", 1, MaxRows)));
                }
                else
                {
                    Add(Row(map), map.PlaceOf("key"));
                }

                map.End();
            }
        }

        return rows;

        void Add(LayoutRow row, Documents.Place place)
        {
            if (!keys.Add(row.Key!))
            {
                block.Log.Fatal("TPL-05", $"行“{row.Key}”在本表写了两次；行的 key 在一张表里不能重复", place);
            }

            if (row.Code is { } code && !codes.Add(code))
            {
                block.Log.Fatal("TPL-05", $"科目编码“{code}”在本表写了两次", place);
            }

            rows.Add(row);
        }
    }

    private static LayoutRow Row(MapReader map)
    {
        var key = map.Text("key");
        return new LayoutRow(key, map.OptionalText("label") ?? key)
        {
            Code = map.OptionalText("code"),
            Total = map.Flag("total"),
            Optional = map.Flag("optional"),
            Across = map.Integer("across", 0, 10, 0),
            Kind = CellKinds.OfRow(map),
            Unit = map.OptionalText("unit"),
            Aliases = map.Texts("aliases"),
        };
    }
}
