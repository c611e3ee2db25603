using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads charts.yaml.</summary>
internal static class ChartsReader
{
    private static readonly Dictionary<string, ChartKind> Kinds = new()
    {
        ["column"] = ChartKind.Column,
        ["pie"] = ChartKind.Pie,
    };

    /// <summary>The charts in the order of the file; mistakes go to the log.</summary>
    public static IReadOnlyList<ChartDefinition> Read(YamlNode root, FindingLog log)
    {
        var charts = new List<ChartDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in ListFile.Maps(root, log, "一个图"))
        {
            var categories = map.Texts("categories");
            if (categories.Count == 0)
            {
                map.Items("categories", required: true);
            }

            var chart = new ChartDefinition(
                map.Text("name"), map.Choice("kind", Kinds), map.Text("caption"), map.Text("unit"),
                categories, Series(map, categories.Count), map.Place)
            {
                SkipZero = map.Flag("skipZero"),
                LeastValues = map.Integer("leastValues", 0, 100, 0),
                LeastShare = map.Integer("leastShare", 0, 50, 0),
            };
            map.End();
            Check(chart, map, names);
            charts.Add(chart);
        }

        return charts;
    }

    private static List<ChartSeriesDefinition> Series(MapReader chart, int categories)
    {
        var all = new List<ChartSeriesDefinition>();
        foreach (var map in chart.Maps("series", "一个系列"))
        {
            var name = map.Text("name");
            var values = map.Items("values", required: true);
            var formulas = map.Texts("values");
            if (formulas.Count != categories)
            {
                chart.Log.Fatal("TPL-04", $"系列“{name}”有 {formulas.Count} 个值，类别有 {categories} 个，应当一样多", map.PlaceOf("values"));
            }

            map.End();
            all.Add(new ChartSeriesDefinition(name, formulas)
            {
                Places = values.Select(value => value is YamlScalar scalar ? scalar.TextPlace : value.Place).ToList(),
            });
        }

        return all;
    }

    private static void Check(ChartDefinition chart, MapReader map, HashSet<string> names)
    {
        if (!names.Add(chart.Name))
        {
            map.Log.Fatal("TPL-05", $"图“{chart.Name}”写了两次", map.PlaceOf("name"));
        }

        if (chart.Kind == ChartKind.Pie && chart.Series.Count > 1)
        {
            map.Log.Fatal("TPL-04", "饼图只能有一个系列", map.PlaceOf("series"));
        }
    }
}
