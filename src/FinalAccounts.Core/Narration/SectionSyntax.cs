using FinalAccounts.Narration.Sandbox;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration;

/// <summary>What can be told of a section template without any unit's data: whether it can be parsed, and whether it asks for what templates may not do.</summary>
public static class SectionSyntax
{
    /// <summary>The mistakes, with places; names are not looked at.</summary>
    public static IReadOnlyList<Finding> Check(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. SectionNarrator.Parsing(new SectionTemplate(file, text, "")).Where(finding => finding.Rule != NarrationRules.Unknown)];
    }
}
