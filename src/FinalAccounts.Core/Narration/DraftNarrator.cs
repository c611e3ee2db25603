using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Formulas;
using FinalAccounts.Narration.Data;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration;

/// <summary>One unit's accounts made ready for templates that are still being written: a changed template then costs only its own parsing and running. Not for several threads at a time.</summary>
public sealed class DraftNarrator
{
    private readonly NarrationData data;
    private readonly TemplateSet set;
    private (string? Text, SectionNarrator Narrator) phrases;

    /// <summary>Reads the accounts by the set once.</summary>
    public DraftNarrator(CompiledSet compiled, DepartmentAccounts accounts)
    {
        accounts = FactDefaults.Fill(compiled, accounts).Accounts;
        (set, data) = (compiled.Set, NarrationData.Of(accounts, compiled));
        phrases = (null, new SectionNarrator(data, null));
        var placeholders = new PlaceholderText(accounts, set.Facts, []);
        Entries = [.. UnitOutline.Of(compiled, accounts).Value!.Parts.SelectMany(part => part.Items, (part, item) => new OutlineEntry(
            placeholders.Fill(part.Title, ""), item.Title is { } title ? placeholders.Fill(title, "") : null, item))];
    }

    /// <summary>What the unit's document has, in order, titles as printed.</summary>
    public IReadOnlyList<OutlineEntry> Entries { get; }

    /// <summary>A template as it would be printed, each below its title. The shared phrases print nothing themselves: the sections that use them are shown in their place.</summary>
    /// <param name="file">Which template: sections/收入.sbn.</param>
    /// <param name="drafts">Texts that take the place of the set's, by path.</param>
    /// <param name="cancellation">Ends it.</param>
    public IReadOnlyList<DraftSection> Narrate(string file, IReadOnlyDictionary<string, string> drafts, CancellationToken cancellation)
    {
        var narrator = WithPhrases(TextOf(Narrator.PhrasesFile, drafts));
        if (file != Narrator.PhrasesFile)
        {
            return [Section(narrator, file, narrator.PhraseFindings)];
        }

        var sections = Entries.Select(entry => entry.Item.Section).OfType<string>().Distinct()
            .Where(section => TextOf(section, drafts) is { } text && narrator.PhraseNames.Any(name => text.Contains(name, StringComparison.Ordinal)))
            .Select(section => Section(narrator, section, [])).ToList();
        return [new DraftSection(file, null, [], narrator.PhraseFindings), .. sections];

        DraftSection Section(SectionNarrator narrator, string path, IReadOnlyList<Finding> more)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TextOf(path, drafts) is not { } text)
            {
                return new DraftSection(path, null, [], [new Finding(Severity.Error, NarrationRules.Unknown, $"模板集里没有“{path}”", [new Place(path)])]);
            }

            var narrated = narrator.Narrate(new SectionTemplate(path, text, set.Key), cancellation, traced: true);
            var blocks = new NarratedBlocks().Fit(narrated.Blocks, "p").Select(block => InSection(block, path, narrated.InlinePlaces)).ToList();
            return new DraftSection(path, Entries.FirstOrDefault(entry => entry.Item.Section == path)?.Title, blocks, [.. more, .. narrated.Findings, .. MissingData.InTemplates(narrated.Missing)])
            {
                InlinePlaces = narrated.InlinePlaces,
            };
        }
    }

    // What a phrase has begun belongs to the line that calls the phrase: that is where it can be changed for this section alone.
    private static Block InSection(Block block, string path, IReadOnlyDictionary<Inline, Place> places)
    {
        var first = block switch
        {
            Heading heading => heading.Inlines,
            Paragraph paragraph => paragraph.Inlines,
            ListBlock { Items: [var item, ..] } => item,
            _ => [],
        };
        return block.Place?.File != path && first is [var inline, ..] && places.GetValueOrDefault(inline) is { } place ? block with { Place = place } : block;
    }

    private string? TextOf(string file, IReadOnlyDictionary<string, string> drafts) =>
        drafts.GetValueOrDefault(file) ?? set.Sections.GetValueOrDefault(file)?.Text;

    // The phrases change seldom, the section with every key.
    private SectionNarrator WithPhrases(string? text)
    {
        if (phrases.Text != text)
        {
            phrases = (text, new SectionNarrator(data, text is null ? null : new SectionTemplate(Narrator.PhrasesFile, text, set.Key)));
        }

        return phrases.Narrator;
    }
}

/// <summary>An entry of a unit's outline with its titles as printed.</summary>
/// <param name="Part">第三部分　某单位2023年度部门决算情况说明.</param>
/// <param name="Title">一、收入支出决算总体情况说明; null when the template prints its own headings.</param>
/// <param name="Item">Which template, table or annex.</param>
public sealed record OutlineEntry(string Part, string? Title, OutlineItem Item);

/// <summary>A template as it would be printed.</summary>
/// <param name="File">Its path.</param>
/// <param name="Title">Its title in the unit's document; null when it has none there.</param>
/// <param name="Blocks">What it prints, ids given.</param>
/// <param name="Findings">Mistakes and missing data, with places.</param>
public sealed record DraftSection(string File, string? Title, IReadOnlyList<Block> Blocks, IReadOnlyList<Finding> Findings)
{
    /// <summary>The template line that printed each inline, by reference.</summary>
    public IReadOnlyDictionary<Inline, Place> InlinePlaces { get; init; } = new Dictionary<Inline, Place>();
}
