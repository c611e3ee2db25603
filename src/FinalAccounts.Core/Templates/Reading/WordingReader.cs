using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads wording.yaml and wording/*.yaml: lists of <c>write:</c>, each with <c>not:</c> and perhaps <c>why:</c>. A nearer set's word about a wording counts.</summary>
internal static class WordingReader
{
    /// <summary>The wordings; mistakes go to the log.</summary>
    public static IReadOnlyList<Wording> Read(YamlNode root, IReadOnlyList<string> lineage, FindingLog log)
    {
        var known = new Dictionary<string, (string Owner, Wording Wording)>(StringComparer.Ordinal);
        foreach (var map in ListFile.Maps(root, log, "一条用语").OrderBy(map => ListMerge.Level(lineage, ListMerge.Owner(map.Place))))
        {
            var (owner, right, why) = (ListMerge.Owner(map.Place), map.Text("write"), map.OptionalText("why") ?? "");
            foreach (var wrong in map.Texts("not"))
            {
                if (known.TryGetValue(wrong, out var said) && said.Owner != owner)
                {
                    continue;
                }

                if (wrong.Length == 0 || said.Wording is not null || wrong == right)
                {
                    log.Fatal("TPL-05", $"用语“{wrong}”是空的、写了两次，或与要写的相同", map.PlaceOf("not"));
                }

                known[wrong] = (owner, new Wording(wrong, right, why));
            }

            map.End();
        }

        return [.. known.Values.Select(entry => entry.Wording)];
    }
}
