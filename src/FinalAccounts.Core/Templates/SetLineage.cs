using FinalAccounts.Templates.Reading;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates;

/// <summary>Where the files of a set come from: the set itself, its parent, the parent's parent.</summary>
public static class SetLineage
{
    /// <summary>The set and those it inherits from, nearest first; shorter where a set.yaml cannot be read.</summary>
    public static IReadOnlyList<string> Of(ITemplateSource source, string set)
    {
        var parents = new TemplateSetReader(source).Summaries().ToDictionary(summary => summary.Key, summary => summary.Parent, StringComparer.Ordinal);
        var lineage = new List<string> { set };
        while (parents.GetValueOrDefault(lineage[^1]) is { } parent && !lineage.Contains(parent))
        {
            lineage.Add(parent);
        }

        return lineage;
    }

    /// <summary>The text that counts for a set, and whose file it is; null when none of the sets has it, or it cannot be read.</summary>
    public static (string Text, string Owner)? Find(ITemplateSource source, IEnumerable<string> lineage, string path)
    {
        foreach (var set in lineage)
        {
            if (SetFiles.Text(source, set, path, new FindingLog()) is { } text)
            {
                return (text, set);
            }

            // Every set has a head of its own.
            if (path == TemplateFileKinds.Head)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The set and all that inherit from it: whose documents a change of it may change.</summary>
    public static IReadOnlyList<string> Heirs(ITemplateSource source, string set) => [.. source.Sets.Where(other => Of(source, other).Contains(set))];
}
