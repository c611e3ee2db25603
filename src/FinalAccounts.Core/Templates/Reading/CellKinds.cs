using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads what the cells of a column or row hold: <c>kind: count, unit: 人次</c>.</summary>
internal static class CellKinds
{
    private static readonly Dictionary<string, CellKind> Figures = new()
    {
        ["money"] = CellKind.Money,
        ["count"] = CellKind.Count,
        ["number"] = CellKind.Number,
        ["rate"] = CellKind.Rate,
    };

    private static readonly Dictionary<string, CellKind> Words = new()
    {
        ["text"] = CellKind.Text,
        ["date"] = CellKind.Date,
        ["choice"] = CellKind.Choice,
    };

    /// <summary>Of a column: money when a value column does not say, text when a text column does not.</summary>
    public static CellKind OfColumn(MapReader map, ColumnRole role)
    {
        switch (role)
        {
            case ColumnRole.Value:
                return map.Choice("kind", Figures, CellKind.Money);
            case ColumnRole.Text:
                return map.Choice("kind", Words, CellKind.Text);
            default:
                if (map.Has("kind"))
                {
                    map.Log.Fatal("TPL-04", "只有 role 为 value 或 text 的列才写 kind", map.PlaceOf("kind"));
                }

                return CellKind.Text;
        }
    }

    /// <summary>Of a row's figures; null where it does not say.</summary>
    public static CellKind? OfRow(MapReader map) => map.Has("kind") ? map.Choice("kind", Figures, CellKind.Money) : null;

    /// <summary>A unit belongs to counts and numbers, options to choices.</summary>
    public static void Check(MapReader map, LayoutColumn column)
    {
        if (column.Unit is not null && column.Kind is not (CellKind.Count or CellKind.Number))
        {
            map.Log.Fatal("TPL-04", $"列“{column.Key}”：unit 只用于 kind: count 和 kind: number；金额的单位由 tableUnit 决定", map.PlaceOf("unit"));
        }

        if (column.Kind == CellKind.Choice != column.Options.Count > 0)
        {
            map.Log.Fatal("TPL-04", $"列“{column.Key}”：options 与 kind: choice 要同时写", map.PlaceOf("options"));
        }
    }
}
