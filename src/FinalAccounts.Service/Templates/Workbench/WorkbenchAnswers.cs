using System.Text.Json.Serialization;
using FinalAccounts.Narration;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>A template's text to be shown for a unit and year.</summary>
internal sealed record PreviewRequest(string Path, [property: JsonConverter(typeof(MalformedRequests.TemplateTextConverter))] string Text, string Unit, int Year)
{
    /// <summary>The <see cref="Supposition"/> about the unit; null for the unit as it is.</summary>
    public string? As { get; init; }
}

/// <summary>A draft to be saved.</summary>
/// <param name="Revision">The revision that was changed; 0 begins a draft.</param>
/// <param name="Base">SHA-256 of the text in force when it was begun.</param>
internal sealed record SaveRequest(string Path, [property: JsonConverter(typeof(MalformedRequests.TemplateTextConverter))] string Content, int Revision, string Base);

/// <summary>Two texts to be compared.</summary>
/// <param name="Words">As people read them, without the marks of the template language.</param>
internal sealed record DifferenceRequest(
    [property: JsonConverter(typeof(MalformedRequests.TemplateTextConverter))] string Before, [property: JsonConverter(typeof(MalformedRequests.TemplateTextConverter))] string After, bool Words = false);

/// <summary>A stretch of a comparison.</summary>
/// <param name="Kind">kept, removed or added.</param>
internal sealed record EditAnswer(string Kind, string Text);

/// <summary>That a draft is stored.</summary>
/// <param name="Revision">0 when there is no draft any more.</param>
/// <param name="InForce">SHA-256 of the text in force now.</param>
internal sealed record SavedAnswer(int Revision, DateTimeOffset? At, string InForce);

/// <summary>That somebody else has saved meanwhile.</summary>
/// <param name="Stored">What is stored; null when the draft was discarded.</param>
/// <param name="Text">The text in force.</param>
internal sealed record ConflictAnswer(DraftAnswer? Stored, string Text, string InForce);

/// <summary>What may be named, and the phrases of the set.</summary>
/// <param name="Wordings">Wordings that the set does not want.</param>
internal sealed record NamesAnswer(TemplateNames Names, IReadOnlyList<PhraseName> Phrases, IReadOnlyList<Wording> Wordings);

/// <summary>A draft.</summary>
internal sealed record DraftAnswer(string By, string Content, int Revision, DateTimeOffset At, string Base)
{
    /// <summary>How its author is called; the sign-in name when nobody is registered under it.</summary>
    public string Name { get; init; } = By;

    public static DraftAnswer? Of(TemplateDraft? draft) => draft is null ? null : new DraftAnswer(draft.By, draft.Content, draft.Revision, draft.At, draft.BaseSha256);
}

/// <summary>A file with the texts there are of it.</summary>
/// <param name="Text">In force.</param>
/// <param name="InForce">Its SHA-256.</param>
/// <param name="Mine">The asker's draft.</param>
/// <param name="Others">Drafts of others, the latest first.</param>
internal sealed record DraftState(string Text, string InForce, DraftAnswer? Mine, IReadOnlyList<DraftAnswer> Others)
{
    public static async Task<DraftState> OfAsync(FinalAccountsDb db, TemplateDrafts drafts, string set, WorkbenchFile file, string by, CancellationToken cancellation)
    {
        var all = (await drafts.OfSetAsync(set, cancellation)).Where(draft => draft.Path == file.Path).OrderByDescending(draft => draft.At).ToList();
        var others = all.Where(draft => draft.By != by).ToList();
        var names = await PersonNames.FindAsync(db, others.Select(draft => draft.By), cancellation);
        return new DraftState(
            file.Text, TemplateDrafts.HashOf(file.Text), DraftAnswer.Of(all.Find(draft => draft.By == by)),
            [.. others.Select(draft => DraftAnswer.Of(draft)! with { Name = names.Of(draft.By) })]);
    }
}
