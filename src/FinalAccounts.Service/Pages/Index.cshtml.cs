using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Pages;

/// <summary>What waits for who has signed in, what is due, what they did last.</summary>
[Authorize(Rights.Read)]
public sealed class HomeModel(FinalAccountsDb db, Reach reach, Disclosures disclosures, IAuthorizationService authorization) : PageModel
{
    /// <summary>Units shown of each kind of work; a link leads to the rest.</summary>
    public const int Most = 6;

    private const int MostDone = 8;

    // The steps of each right, the most pressing first.
    private static readonly (string Right, NextStep[] Steps)[] Work =
    [
        (Rights.EditData, [NextStep.Correct, NextStep.Accept, NextStep.Retry, NextStep.HandIn, NextStep.Generate, NextStep.SendToReview]),
        (Rights.Review, [NextStep.Review]),
        (Rights.Publish, [NextStep.Publish]),
    ];

    /// <summary>决算年度.</summary>
    public int Year { get; private set; }

    /// <summary>The units that wait for this person, by what is to be done.</summary>
    public IReadOnlyList<(NextStep Step, IReadOnlyList<UnitProgress> Units)> Waiting { get; private set; } = [];

    /// <summary>Units whose day is over or near, the latest first.</summary>
    public IReadOnlyList<UnitProgress> Due { get; private set; } = [];

    /// <summary>How many units there are, and how many are public.</summary>
    public (int All, int Published) Units { get; private set; }

    /// <summary>Changes of templates that wait for this person's decision.</summary>
    public int Proposals { get; private set; }

    /// <summary>Their own drafts of templates.</summary>
    public IReadOnlyList<TemplateDraft> Drafts { get; private set; } = [];

    /// <summary>What this person did last.</summary>
    public IReadOnlyList<AuditEntry> Done { get; private set; } = [];

    /// <summary>The page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var by = User.Identity!.Name!;
        Year = RememberedYear.Of(Request) ?? (await disclosures.YearsAsync(cancellation)).Current;
        var units = await db.Units.AsNoTracking().Where(unit => unit.Active).OrderBy(unit => unit.Code).ToListAsync(cancellation);
        var states = await disclosures.OfAsync([.. units.Select(unit => unit.Id)], Year, cancellation);
        var rows = units.ConvertAll(unit => new UnitProgress(unit, states[unit.Id]));
        Units = (rows.Count, rows.Count(row => row.State.PublishedNumber is not null));
        Due = [.. UnitProgress.Sorted(rows.Where(row => row.Due is Service.Units.Due.Late or Service.Units.Due.Soon), UnitOrder.Deadline)];
        Waiting = await WaitingAsync(rows);
        if ((await authorization.AuthorizeAsync(User, AskedUnits.Everywhere, Rights.Review)).Succeeded)
        {
            Proposals = await db.TemplateProposals.CountAsync(proposal => proposal.State == TemplateProposalState.Proposed && proposal.By != by, cancellation);
        }

        if (await MayAsync(Rights.EditTemplates))
        {
            Drafts = await db.TemplateDrafts.AsNoTracking().Where(draft => draft.By == by).OrderBy(draft => draft.Set).ThenBy(draft => draft.Path).ToListAsync(cancellation);
        }

        Done = await db.Audit.AsNoTracking().Where(entry => entry.By == by && entry.Action != "person.signed-in").OrderByDescending(entry => entry.Id).Take(MostDone).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<(NextStep Step, IReadOnlyList<UnitProgress> Units)>> WaitingAsync(IReadOnlyList<UnitProgress> all)
    {
        var waiting = new List<(NextStep, IReadOnlyList<UnitProgress>)>();
        foreach (var (right, steps) in Work)
        {
            if (await MayAsync(right))
            {
                var rows = all.Where(row => reach.Of(right).Contains(row.Unit.Id)).ToLookup(row => row.State.Next);
                waiting.AddRange(steps.Where(rows.Contains).Select(step => (step, (IReadOnlyList<UnitProgress>)[.. UnitProgress.Sorted(rows[step], UnitOrder.Deadline)])));
            }
        }

        return waiting;
    }

    private async Task<bool> MayAsync(string right) => (await authorization.AuthorizeAsync(User, null, right)).Succeeded;
}
