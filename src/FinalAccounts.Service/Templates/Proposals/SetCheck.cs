using FinalAccounts.Narration;
using FinalAccounts.Service.InForce;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Whether changed files leave the set, and the sets that inherit from it, usable: everything that can be told without a unit's data.</summary>
internal static class SetCheck
{
    /// <summary>What is wrong because of the changes; empty when the sets can be compiled and the templates parsed.</summary>
    public static IReadOnlyList<Finding> Of(CompiledSets sets, TemplateSnapshot before, TemplateSnapshot after, string set, IReadOnlyList<ProposedFile> files)
    {
        var findings = new List<Finding>();
        foreach (var heir in SetLineage.Heirs(after, set).DefaultIfEmpty(set))
        {
            var loaded = sets.Load(after, heir);
            var broken = loaded.Findings.Where(finding => finding.Severity >= Severity.Error).ToList();

            // A set that inherits and was broken before is no reason to refuse a change of its parent.
            if (broken.Count > 0 && (heir == set || sets.Load(before, heir).Set is not null))
            {
                findings.AddRange(broken);
            }
        }

        findings.AddRange(files.Where(file => file.Content is not null && file.Path.EndsWith(".sbn", StringComparison.Ordinal))
            .SelectMany(file => Narrator.Syntax(file.Path, file.Content!)));
        return [.. findings.DistinctBy(finding => (finding.Rule, finding.Message, string.Join(';', finding.Places)))];
    }
}
