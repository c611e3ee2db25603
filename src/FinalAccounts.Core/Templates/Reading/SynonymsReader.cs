using FinalAccounts.Import;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads synonyms.yaml and synonyms/*.yaml: lists of <c>name:</c> or <c>phrase:</c>, each with <c>also:</c>.</summary>
internal static class SynonymsReader
{
    /// <summary>The synonyms; mistakes go to the log.</summary>
    /// <param name="entries">Take what counts, with its file.</param>
    /// <param name="changes">Take what a nearer set says otherwise.</param>
    public static Synonyms Read(YamlNode root, IReadOnlyList<string> lineage, List<SetEntry> entries, List<SetChange> changes, FindingLog log)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        const string kind = "同义说法";
        foreach (var map in ListFile.Maps(root, log, "一组说法").OrderBy(map => ListMerge.Level(lineage, ListMerge.Owner(map.Place))))
        {
            var (file, whole) = (map.Place.File, map.Has("name"));
            var written = map.Text(whole ? "name" : "phrase");
            var (own, counting) = (LooseText.Of(written), new List<string>());
            foreach (var other in map.Texts("also").Select(LooseText.Of))
            {
                // A nearer set has said it already.
                if (other.Length > 0 && owners.TryGetValue((whole ? "=" : "~") + other, out var said) && said.Split('/')[0] != file.Split('/')[0])
                {
                    changes.Add(new SetChange(kind, other, said, file));
                    continue;
                }

                owners[(whole ? "=" : "~") + other] = file;
                counting.Add(other);
                if (other.Length == 0 || !(whole ? names : phrases).TryAdd(other, own))
                {
                    log.Fatal("TPL-05", $"说法“{other}”是空的，或者写了两次", map.PlaceOf("also"));
                }
            }

            entries.Add(new SetEntry(kind, $"{written}：{string.Join('、', counting)}", file));
            map.End();
        }

        return new Synonyms(names, phrases);
    }
}
