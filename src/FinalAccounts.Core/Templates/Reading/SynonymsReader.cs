using FinalAccounts.Import;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads synonyms.yaml and synonyms/*.yaml: lists of <c>name:</c> or <c>phrase:</c>, each with <c>also:</c>.</summary>
internal static class SynonymsReader
{
    /// <summary>The synonyms; mistakes go to the log.</summary>
    public static Synonyms Read(YamlNode root, IReadOnlyList<string> lineage, FindingLog log)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var map in ListFile.Maps(root, log, "一组说法").OrderBy(map => ListMerge.Level(lineage, ListMerge.Owner(map.Place))))
        {
            var owner = ListMerge.Owner(map.Place);
            var whole = map.Has("name");
            var own = LooseText.Of(map.Text(whole ? "name" : "phrase"));
            foreach (var other in map.Texts("also").Select(LooseText.Of))
            {
                // A nearer set has said it already.
                if (other.Length > 0 && owners.TryGetValue((whole ? "=" : "~") + other, out var said) && said != owner)
                {
                    continue;
                }

                owners[(whole ? "=" : "~") + other] = owner;
                if (other.Length == 0 || !(whole ? names : phrases).TryAdd(other, own))
                {
                    log.Fatal("TPL-05", $"说法“{other}”是空的，或者写了两次", map.PlaceOf("also"));
                }
            }

            map.End();
        }

        return new Synonyms(names, phrases);
    }
}
