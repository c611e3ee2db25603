using FinalAccounts.Service.Generation;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>What of the wording will be different at the next scheduled generation, as one list; and what waits for longer.</summary>
[Authorize(Rights.Read)]
public sealed class ComingModel(FinalAccountsDb db, TimeProvider time) : PageModel
{
    private PersonNames names = PersonNames.None;

    /// <summary>The next moment of a schedule, and its name; null without one.</summary>
    public (DateTimeOffset At, string Name)? Next { get; private set; }

    /// <summary>Changes that the next generation will show.</summary>
    public IReadOnlyList<TemplateProposal> Changes { get; private set; } = [];

    /// <summary>Approved changes that begin after it.</summary>
    public IReadOnlyList<TemplateProposal> Later { get; private set; } = [];

    public string NameOf(string by) => names.Of(by);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var schedules = await db.Schedules.AsNoTracking().Where(schedule => schedule.Enabled).ToListAsync(cancellation);
        Next = schedules.Where(schedule => ScheduleClock.IsValid(schedule.Cron, now)).Select(schedule => ((DateTimeOffset At, string Name)?)(ScheduleClock.Next(schedule.Cron, now, 1)[0], schedule.Name)).OrderBy(next => next!.Value.At).FirstOrDefault();
        var until = Shell.ShanghaiTime.Day(Next?.At ?? now);
        var last = await db.Batches.MaxAsync(batch => (DateTimeOffset?)batch.RequestedAt, cancellation) ?? DateTimeOffset.UnixEpoch;
        var approved = await db.TemplateProposals.AsNoTracking().Where(proposal => proposal.State == TemplateProposalState.Approved).ToListAsync(cancellation);
        var started = await db.TemplateProposals.AsNoTracking()
            .Where(proposal => proposal.State == TemplateProposalState.Published && proposal.TakenBy == null
                && db.TemplateVersions.Any(version => version.ProposalId == proposal.Id && version.State == TemplateVersionState.Published && version.DecidedAt > last))
            .ToListAsync(cancellation);
        Changes = [.. started.Concat(approved.Where(proposal => proposal.StartsOn <= until)).OrderBy(proposal => proposal.StartsOn ?? DateOnly.MinValue).ThenBy(proposal => proposal.DecidedAt)];
        Later = [.. approved.Where(proposal => proposal.StartsOn is null || proposal.StartsOn > until).OrderBy(proposal => proposal.StartsOn ?? DateOnly.MaxValue).ThenBy(proposal => proposal.DecidedAt)];
        names = await PersonNames.FindAsync(db, Changes.Concat(Later).Select(proposal => proposal.DecidedBy), cancellation);
    }
}
