using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>The template sets, one's own drafts, proposals that wait.</summary>
[Authorize(Rights.Read)]
public sealed class IndexModel(FinalAccountsDb db, PublishedTemplates published, IAuthorizationService authorization) : PageModel
{
    private PersonNames names = PersonNames.None;

    /// <summary>All sets, the latest year first.</summary>
    public IReadOnlyList<SetSummary> Sets { get; private set; } = [];

    /// <summary>Everybody's drafts.</summary>
    public IReadOnlyList<TemplateDraft> Drafts { get; private set; } = [];

    /// <summary>One's own, the latest first.</summary>
    public IReadOnlyList<TemplateDraft> Mine { get; private set; } = [];

    /// <summary>Proposals that wait for approval.</summary>
    public int Waiting { get; private set; }

    public bool MayEdit { get; private set; }

    public string NameOf(string by) => names.Of(by);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var templates = await published.TakeAsync(cancellation);
        Sets = [.. new TemplateSetReader(templates).Summaries().OrderByDescending(set => set.FiscalYear).ThenBy(set => set.Key, StringComparer.Ordinal)];
        Drafts = await db.TemplateDrafts.AsNoTracking().ToListAsync(cancellation);
        Mine = [.. Drafts.Where(draft => draft.By == User.Identity!.Name).OrderByDescending(draft => draft.At)];
        Waiting = await db.TemplateProposals.CountAsync(proposal => proposal.State == TemplateProposalState.Proposed, cancellation);
        MayEdit = (await authorization.AuthorizeAsync(User, null, Rights.EditTemplates)).Succeeded;
        names = await PersonNames.FindAsync(db, Drafts.Select(draft => draft.By), cancellation);
    }
}
