using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Proposals;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>Proposed changes of templates: those that wait first.</summary>
[Authorize(Rights.Read)]
public sealed class ProposalsModel(FinalAccountsDb db, TemplateProposals proposals) : PageModel
{
    private const int Size = 50;
    private PersonNames names = PersonNames.None;

    /// <summary>Only this set's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Set { get; set; }

    public IReadOnlyList<TemplateProposal> Rows { get; private set; } = [];

    /// <summary>What this person has prepared and not sent.</summary>
    public IReadOnlyList<TemplateProposal> Mine { get; private set; } = [];

    public Pager Pager { get; private set; } = new(1, Size, 0);

    public string NameOf(string by) => names.Of(by);

    public async Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        var found = proposals.Sent(string.IsNullOrWhiteSpace(Set) ? null : Set.Trim());
        Pager = Pager.Of(number, Size, await found.CountAsync(cancellation));
        Rows = await found.Skip(Pager.Skip).Take(Pager.Size).ToListAsync(cancellation);
        var me = User.Identity!.Name!;
        Mine = await db.TemplateProposals.AsNoTracking().Where(proposal => proposal.State == TemplateProposalState.Prepared && proposal.By == me)
            .OrderByDescending(proposal => proposal.At).Take(Size).ToListAsync(cancellation);
        names = await PersonNames.FindAsync(db, Rows.SelectMany(row => new[] { row.By, row.DecidedBy }), cancellation);
    }
}
