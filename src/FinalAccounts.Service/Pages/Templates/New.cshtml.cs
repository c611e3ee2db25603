using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Designs;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>The beginning of a new set: for which region and year, and which one it is like.</summary>
[Authorize(Rights.EditTemplates)]
public sealed class NewModel(FinalAccountsDb db, PublishedTemplates published, SetDesigns designs, TimeProvider time) : PageModel
{
    [BindProperty]
    public NewSetInput Input { get; set; } = new();

    /// <summary>The sets that it can be like, the latest year first, of a year the national one.</summary>
    public IReadOnlyList<SetSummary> Sets { get; private set; } = [];

    /// <summary>One's own sets that are not proposed yet.</summary>
    public IReadOnlyList<(string Key, DateTimeOffset At)> Begun { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Input.Year = time.GetUtcNow().Year - 1;
        Input.Like = Sets.FirstOrDefault(set => set.Parent is null)?.Key ?? "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var (key, refusal) = await designs.BeginAsync(Input.Place.Trim(), Input.Year, Input.Region.Trim(), Input.Like, User.Identity!.Name!, cancellation);
            if (key is not null)
            {
                return LocalRedirect($"/templates/new/{key}");
            }

            ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.Place)}", refusal!);
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var templates = await published.TakeAsync(cancellation);
        Sets = [.. new TemplateSetReader(templates).Summaries().OrderByDescending(set => set.FiscalYear).ThenByDescending(set => set.Parent is null).ThenBy(set => set.Key, StringComparer.Ordinal)];
        var (by, known) = (User.Identity!.Name, templates.Sets);
        var heads = await db.TemplateDrafts.Where(draft => draft.By == by && draft.Path == TemplateFileKinds.Head).Select(draft => new { draft.Set, draft.At }).ToListAsync(cancellation);
        Begun = [.. heads.Where(head => !known.Contains(head.Set)).OrderByDescending(head => head.At).Select(head => (head.Set, head.At))];
    }
}

/// <summary>What a new set begins with.</summary>
public sealed class NewSetInput
{
    /// <summary>As it is printed: 贵州.</summary>
    [Required]
    public string Region { get; set; } = "";

    /// <summary>In the key: guizhou.</summary>
    [Required]
    public string Place { get; set; } = "";

    public int Year { get; set; }

    /// <summary>The set that it is like.</summary>
    [Required]
    public string Like { get; set; } = "";
}
