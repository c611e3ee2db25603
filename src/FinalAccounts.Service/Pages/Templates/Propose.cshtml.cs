using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates;
using FinalAccounts.Service.Templates.Proposals;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>One's drafts of a set against the text in force; the chosen ones go to their trial.</summary>
[Authorize(Rights.EditTemplates)]
public sealed class ProposeModel(FinalAccountsDb db, PublishedTemplates published, ProposalPreparation preparation) : PageModel
{
    /// <summary>The set's key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The drafts, by path.</summary>
    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string set, CancellationToken cancellation)
    {
        var layers = await published.LayersAsync(cancellation);
        if (!layers.InForce.Sets.Contains(set))
        {
            return NotFound();
        }

        Key = set;
        var me = User.Identity!.Name!;
        var drafts = await db.TemplateDrafts.AsNoTracking().Where(draft => draft.Set == set && draft.By == me).OrderBy(draft => draft.Path).ToListAsync(cancellation);
        Drafts = drafts.ConvertAll(draft =>
        {
            var inForce = layers.Find(set, draft.Path)?.Text ?? "";
            var hash = TemplateDrafts.HashOf(inForce);
            return new DraftRow(draft, hash, hash != draft.BaseSha256, DifferenceView.OfWords($"{draft.Path} 的改动", draft.Path, inForce, draft.Content) with { WhenSame = "只改了数或条件的写法，措辞没有变。" },
                DifferenceView.Of($"{draft.Path} 源文的改动", inForce, draft.Content));
        });
        return Page();
    }

    /// <summary>Lets the chosen drafts be tried.</summary>
    public async Task<IActionResult> OnPostPrepareAsync(string set, string[] paths, CancellationToken cancellation)
    {
        var prepared = paths.Length == 0 ? new Prepared(null, "请至少选一份草稿。") : await preparation.DraftsAsync(set, paths, User.Identity!.Name!, cancellation);
        if (prepared.Id is { } id)
        {
            return LocalRedirect($"/templates/proposals/{id}");
        }

        this.Failed(prepared.Refusal!);
        return LocalRedirect($"/templates/{set}/propose");
    }

    /// <summary>The draft counts although somebody else has published: its author has seen the difference.</summary>
    public async Task<IActionResult> OnPostAcknowledgeAsync(string set, string path, string seen, CancellationToken cancellation)
    {
        if (!await preparation.AcknowledgeAsync(set, path, seen, User.Identity!.Name!, cancellation))
        {
            this.Failed("在用的文本又变了，请再看一遍差异。");
        }

        return LocalRedirect($"/templates/{set}/propose");
    }
}

/// <summary>A draft as listed.</summary>
/// <param name="Draft">It.</param>
/// <param name="InForce">SHA-256 of the text in force.</param>
/// <param name="Stale">Whether somebody else has published since it was begun.</param>
/// <param name="Difference">Its words against those of the text in force.</param>
/// <param name="Source">As it is written.</param>
public sealed record DraftRow(TemplateDraft Draft, string InForce, bool Stale, DifferenceView Difference, DifferenceView Source);
