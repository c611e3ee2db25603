using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Narration.Data;
using FinalAccounts.Narration.Sandbox;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration;

/// <summary>The narrate stage: section templates and accounts become blocks whose every figure knows where it came from.</summary>
public static class Narrator
{
    /// <summary>The file whose functions every section may use.</summary>
    public const string PhrasesFile = "sections/句式.sbn";

    /// <summary>All sections of the outline in its order; a section with errors stops neither itself nor the others.</summary>
    public static IReadOnlyList<NarratedSection> Narrate(
        DepartmentAccounts accounts, CompiledSet set, CancellationToken cancellation) =>
        Narrate(accounts, set, UnitOutline.Of(set, accounts).Value!, cancellation);

    /// <summary>All sections of a unit's own outline (<see cref="UnitOutline"/>).</summary>
    public static IReadOnlyList<NarratedSection> Narrate(
        DepartmentAccounts accounts, CompiledSet set, Outline outline, CancellationToken cancellation)
    {
        var narrator = Prepare(accounts, set);
        var sections = new List<NarratedSection>();
        var printed = default(PrintedSize);
        foreach (var file in outline.Items.Select(item => item.Section).OfType<string>().Distinct())
        {
            var section = Section(narrator, set.Set, file, cancellation);
            printed += section.Size;
            sections.Add(printed.Elements <= NarrationLimits.DocumentElements ? section : TooMuch(section));
            if (printed.Elements > NarrationLimits.DocumentElements)
            {
                break;
            }
        }

        if (narrator.PhraseFindings.Count > 0)
        {
            sections.Add(new NarratedSection(PhrasesFile, [], narrator.PhraseFindings));
        }

        return sections;
    }

    /// <summary>One section alone, for previews.</summary>
    public static NarratedSection NarrateSection(
        DepartmentAccounts accounts, CompiledSet set, string file, CancellationToken cancellation)
    {
        var narrator = Prepare(accounts, set);
        var section = Section(narrator, set.Set, file, cancellation);
        return section with { Findings = [.. narrator.PhraseFindings, .. section.Findings, .. MissingData.InTemplates(section.Missing)] };
    }

    /// <summary>What is wrong with the templates themselves, whatever the data: syntax, names that the set does not have, what templates may not do.</summary>
    public static IReadOnlyList<Finding> Lint(CompiledSet set)
    {
        var narrator = Prepare(new DepartmentAccounts("", set.Set.FiscalYear, new Dictionary<string, AccountsTable>(), Facts.Empty), set);
        return
        [
            .. narrator.PhraseFindings,
            .. narrator.LintPhrases(set.Set),
            .. set.Set.Outline.Items.Select(item => item.Section).OfType<string>().Distinct()
                .Select(file => set.Set.Sections.GetValueOrDefault(file)).OfType<SectionTemplate>().SelectMany(section => narrator.Lint(section, set.Set)),
        ];
    }

    /// <summary>What can be told of one section's text alone, without its set: whether it can be parsed, and whether it asks for what templates may not do. Names are not looked at.</summary>
    public static IReadOnlyList<Finding> Syntax(string file, string text) =>
        [.. SectionNarrator.Parsing(new SectionTemplate(file, text, "")).Where(finding => finding.Rule != NarrationRules.Unknown)];

    // The sections behind it say nothing: the document is refused for this one.
    private static NarratedSection TooMuch(NarratedSection section) => section with
    {
        Blocks = [],
        Findings = [.. section.Findings, new Finding(
            Severity.Error, NarrationRules.Limit, $"到这一节为止，全文印出的段、行、格、数和资料超过{NarrationLimits.DocumentElements}个，停在这里；请检查各节的循环", [new Place(section.File, Line: 1)])],
    };

    private static SectionNarrator Prepare(DepartmentAccounts accounts, CompiledSet set) =>
        new(NarrationData.Of(accounts, set), set.Set.Sections.GetValueOrDefault(PhrasesFile));

    private static NarratedSection Section(SectionNarrator narrator, TemplateSet set, string file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return set.Sections.TryGetValue(file, out var template)
            ? narrator.Narrate(template, cancellation)
            : new NarratedSection(file, [], [new Finding(
                Severity.Error, NarrationRules.Unknown, $"模板集里没有“{file}”{Suggestion.For(file, set.Sections.Keys.Order(StringComparer.Ordinal))}", [new Place(file)])]);
    }
}
