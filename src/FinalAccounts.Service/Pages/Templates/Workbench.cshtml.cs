using System.Text.Json;
using FinalAccounts.Narration;
using FinalAccounts.Service.Comments;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates;
using FinalAccounts.Service.Templates.Together;
using FinalAccounts.Service.Templates.Workbench;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>The workbench: the document's outline, the template of one section, what it prints for a unit and year.</summary>
[Authorize(Rights.Read)]
public sealed class WorkbenchModel(
    SetsInForce sets, UnitChoices choices, TemplateDrafts desk, PreviewSources sources, Suggestions suggestions, CommentDesk comments, FinalAccountsDb db, IAuthorizationService authorization) : PageModel
{
    private WorkbenchFile? file;

    public TemplateSet? Set { get; private set; }

    /// <summary>What is wrong with the set, when it cannot be used.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The set's key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The document as the reader sees it, templates that no entry prints at the end.</summary>
    public IReadOnlyList<WorkbenchPart> Parts { get; private set; } = [];

    /// <summary>How many comments and suggestions wait at each template.</summary>
    public IReadOnlyDictionary<string, int> Talk { get; private set; } = new Dictionary<string, int>();

    /// <summary>For whom it can be previewed.</summary>
    public IReadOnlyList<UnitChoice> Units { get; private set; } = [];

    /// <summary>For whom it is previewed; null when there are no data at all.</summary>
    public UnitChoice? Unit { get; private set; }

    public bool MayEdit { get; private set; }

    /// <summary>The chosen template's path.</summary>
    public string Path => file!.Path;

    /// <summary>Its title in the document, else its file's name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Where the text comes from, in a few words.</summary>
    public async Task<string> OriginAsync(SetNames names) =>
        file!.Owner != Key ? $"沿用{await names.OfAsync(file.Owner)}" : file.Overrides is { } parent ? $"本集的一份，代替{await names.OfAsync(parent)}的" : "本集的";

    /// <summary>What the script begins with.</summary>
    public string State { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string set, string? path, string? unit, int? year, int? line, CancellationToken cancellation)
    {
        if (await sets.OfAsync(set, now: true, cancellation) is not { } found)
        {
            return NotFound();
        }

        (Key, Findings, Set) = (set, found.Loaded.Findings, found.Loaded.Set?.Set);
        if (Set is not { } templates || Set.Sections.Count == 0)
        {
            return Page();
        }

        MayEdit = (await authorization.AuthorizeAsync(User, null, Rights.EditTemplates)).Succeeded;
        Units = await choices.OfAsync(set, templates.FiscalYear, cancellation);
        Unit = Units.FirstOrDefault(choice => choice.Code == unit && choice.Year == (year ?? choice.Year)) ?? (Units is [var usual, ..] ? usual : null);
        var drafts = await desk.OfSetAsync(set, cancellation);
        var names = await PersonNames.FindAsync(db, drafts.Select(draft => draft.By), cancellation);
        Parts = WorkbenchPart.Of(templates, await EntriesAsync(templates, cancellation), drafts, User.Identity!.Name!, names.Of);
        Talk = (await comments.OpenAsync(CommentHome.Of(set), cancellation)).Select(place => (place.Key.Key, place.Value))
            .Concat((await suggestions.OpenAsync(set, cancellation)).Select(place => (place.Key, place.Value))).GroupBy(place => place.Key).ToDictionary(place => place.Key, place => place.Sum(one => one.Value));
        var first = Parts.SelectMany(part => part.Items).FirstOrDefault(item => item.Path is not null)?.Path;
        file = WorkbenchFile.Find(templates, path ?? first);
        if (file is null)
        {
            return NotFound();
        }

        Title = Parts.SelectMany(part => part.Items).FirstOrDefault(item => item.Path == file.Path)?.Title ?? file.Name;
        var state = await DraftState.OfAsync(db, desk, set, file, User.Identity.Name!, cancellation);
        State = JsonSerializer.Serialize(
            new WorkbenchState(set, file.Path, Title, state, Unit?.Code, Unit?.Year, line, MayEdit, User.Identity.Name!), JsonSerializerOptions.Web);
        return Page();
    }

    /// <summary>The address of a template of the set for the same unit and year.</summary>
    public string Address(string path) => $"/templates/{Key}?path={Uri.EscapeDataString(path)}" + (Unit is { } unit ? $"&unit={Uri.EscapeDataString(unit.Code)}&year={unit.Year}" : "");

    // Without data the titles keep their placeholders.
    private async Task<IReadOnlyList<OutlineEntry>> EntriesAsync(TemplateSet templates, CancellationToken cancellation)
    {
        var source = Unit is null ? null : (await sources.OfAsync(Key, Unit.Code, Unit.Year, cancellation)).Source;
        return source?.With(narrator => narrator.Entries)
            ?? [.. templates.Outline.Parts.SelectMany(part => part.Items, (part, item) => new OutlineEntry(part.Title, item.Title, item))];
    }
}

/// <summary>What the workbench's script begins with.</summary>
internal sealed record WorkbenchState(
    string Set, string Path, string Title, DraftState Draft, string? Unit, int? Year, int? Line, bool MayEdit, string Me);
