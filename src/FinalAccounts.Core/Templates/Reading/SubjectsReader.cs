using FinalAccounts.Accounts;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads subjects.yaml: the classifications with the years of each name.</summary>
internal static class SubjectsReader
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>Both classifications; mistakes go to the log.</summary>
    public static Classification Read(MapReader map)
    {
        var classification = new Classification(
            Codes(map, "functional", code => SubjectCode.Level(code) is not null, "类3位、款5位、项7位数字"),
            Codes(map, "economic", code => SubjectCode.Level(code) is SubjectLevel.Category or SubjectLevel.Group, "类3位、款5位数字"));
        map.End();
        return classification;
    }

    private static Dictionary<string, IReadOnlyList<SubjectVersion>> Codes(MapReader map, string key, Func<string, bool> isCode, string form)
    {
        var codes = new Dictionary<string, IReadOnlyList<SubjectVersion>>(StringComparer.Ordinal);
        foreach (var entry in map.Map(key)?.Entries ?? [])
        {
            if (!isCode(entry.Key))
            {
                map.Log.Fatal("TPL-04", $"“{entry.Key}”不是科目编码（{form}）", entry.KeyPlace);
            }

            var nodes = entry.Value is YamlSequence several ? several.Items : [entry.Value];
            var versions = nodes.Select(node => MapReader.Of(node, map.Log, "一个科目")).OfType<MapReader>().Select(node => Version(entry.Key, node)).ToList();
            if (Overlap(versions) is { } twice)
            {
                map.Log.Fatal("TPL-05", $"科目 {entry.Key} 在{twice}年有两个名称，请改 from、until", entry.KeyPlace);
            }

            codes[entry.Key] = versions;
        }

        return codes;
    }

    private static SubjectVersion Version(string code, MapReader map)
    {
        var version = new SubjectVersion(code, map.Text("name"), map.OptionalText("meaning"), Year(map, "from"), Year(map, "until"));
        if (version.From > version.Until)
        {
            map.Log.Fatal("TPL-04", $"科目 {code} 的 from 晚于 until", map.PlaceOf("from"));
        }

        map.End();
        return version;
    }

    private static int? Year(MapReader map, string key) => map.OptionalText(key) is null ? null : map.Integer(key, FirstYear, LastYear);

    private static int? Overlap(List<SubjectVersion> versions)
    {
        for (var year = FirstYear; year <= LastYear; year++)
        {
            if (versions.Count(version => version.Has(year)) > 1)
            {
                return year;
            }
        }

        return null;
    }
}
