using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads metrics.yaml.</summary>
internal static class MetricsReader
{
    /// <summary>The metrics in the order of the file; mistakes go to the log.</summary>
    public static IReadOnlyList<MetricDefinition> Read(YamlNode root, FindingLog log)
    {
        var metrics = new List<MetricDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in ListFile.Maps(root, log, "一个指标"))
        {
            var name = map.Text("name");
            if (name.Length > 0 && !names.Add(name))
            {
                log.Fatal("TPL-05", $"指标“{name}”写了两次", map.PlaceOf("name"));
            }

            if (name.Length > 0 && !IsIdentifier(name))
            {
                log.Fatal("TPL-04", $"指标名“{name}”只能用汉字、字母、数字和下划线，不能以数字开头", map.PlaceOf("name"));
            }

            metrics.Add(new MetricDefinition(
                name, map.Text("formula"), map.Text("unit"), map.Text("meaning"), map.OptionalText("prior"), map.Place)
            {
                FormulaPlace = map.PlaceOf("formula"),
                PriorPlace = map.Has("prior") ? map.PlaceOf("prior") : null,
            });
            map.End();
        }

        return metrics;
    }

    // Templates use metrics as Scriban variables.
    private static bool IsIdentifier(string name) =>
        (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
