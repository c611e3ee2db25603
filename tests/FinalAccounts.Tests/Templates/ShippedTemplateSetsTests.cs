using System.Text.RegularExpressions;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

public sealed partial class ShippedTemplateSetsTests
{
    [Fact]
    public void EveryShippedSetReadsWithoutAFinding()
    {
        var source = ShippedSets.Source;
        Assert.Contains("hubei-2023", source.Sets);
        Assert.Contains("national-2024", source.Sets);
        Assert.Contains("shanghai-2024", source.Sets);

        foreach (var set in source.Sets)
        {
            var result = new TemplateSetReader(source).ReadCompiled(set);
            Assert.Equal([], result.Findings.Select(finding => $"{finding.Places[0]} {finding.Message}"));
            Assert.Equal([], Narrator.Lint(result.Value!).Select(finding => $"{finding.Places[0]} {finding.Message}"));
            Assert.Equal([], Unwanted(result.Value!.Set));
        }
    }

    // Notes may speak of what is not written.
    private static IEnumerable<string> Unwanted(TemplateSet set) => set.Sections.Values.SelectMany(section => set.Wordings
        .Where(wording => Tag().Replace(section.Text, "").Replace(wording.Right, "", StringComparison.Ordinal).Contains(wording.Wrong, StringComparison.Ordinal))
        .Select(wording => $"{set.Key} {section.File} {wording.Wrong}"));

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
