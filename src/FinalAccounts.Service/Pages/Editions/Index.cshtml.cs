using FinalAccounts.Service.Editions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Editions;

/// <summary>The editions of all units, or of one unit and year.</summary>
[Authorize(Rights.Read)]
public sealed class IndexModel(EditionQueries queries, EditionFreshness freshness, ManyEditions many, IAuthorizationService authorization, FinalAccountsDb db) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Unit code; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>决算年度; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>State; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public EditionState? State { get; set; }

    /// <summary>The unit whose page this is; null on the page of all units.</summary>
    public Unit? OfUnit { get; private set; }

    public string Heading => OfUnit is null ? "版本" : $"{OfUnit.Name} {Year}年度的版本";

    /// <summary>Years that have editions.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<EditionSummary> Editions { get; private set; } = [];

    /// <summary>What has changed since each was made, as far as it is known.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<string>> Changed { get; private set; } = new Dictionary<long, IReadOnlyList<string>>();

    /// <summary>The steps that this person may take for many at once, each with the editions that could.</summary>
    public IReadOnlyList<(EditionStep Step, IReadOnlyList<StepCandidate> Candidates)> Steps { get; private set; } = [];

    /// <summary>The step that was just taken, and what became of each; null when none was.</summary>
    public (EditionStep Step, IReadOnlyList<StepOutcome> Outcomes)? Taken { get; private set; }

    public Pager Pager { get; private set; } = new(1, PageSize, 0);

    /// <summary>Shows the list.</summary>
    /// <param name="number">The part of the list, from 1.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (RouteData.Values["unit"] is string code)
        {
            OfUnit = await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Code == code, cancellation);
            if (OfUnit is null)
            {
                return NotFound();
            }
        }

        await FillAsync(number, cancellation);
        return Page();
    }

    /// <summary>Takes a step for many.</summary>
    /// <param name="all">All that are ready; else those of <paramref name="ids"/>.</param>
    public async Task<IActionResult> OnPostAsync(EditionStep step, bool all, long[] ids, CancellationToken cancellation)
    {
        if (RouteData.Values["unit"] is not null || !ModelState.IsValid)
        {
            return NotFound();
        }

        if (!(await authorization.AuthorizeAsync(User, null, ManyEditions.Right(step))).Succeeded)
        {
            return Forbid();
        }

        if (!all && ids.Length == 0)
        {
            ModelState.AddModelError("", $"没有选中版本。请在清单里勾选要{ManyEditions.Name(step)}的版本。");
        }
        else
        {
            Taken = (step, await many.TakeAsync(step, Year, all ? null : ids.ToHashSet(), User.Identity!.Name!, cancellation));
        }

        await FillAsync(null, cancellation);
        return Page();
    }

    private async Task FillAsync(int? number, CancellationToken cancellation)
    {
        Years = await queries.YearsAsync(cancellation);
        var editions = queries.List(string.IsNullOrWhiteSpace(Unit) ? null : Unit.Trim(), Year, State);
        Pager = Pager.Of(number, PageSize, await editions.CountAsync(cancellation));
        Editions = await editions.Skip(Pager.Skip).Take(PageSize).ToListAsync(cancellation);
        Changed = await freshness.ChangedAsync([.. Editions.Select(edition => edition.Basis)], cancellation);
        if (OfUnit is null)
        {
            Steps = await StepsAsync(cancellation);
        }
    }

    private async Task<IReadOnlyList<(EditionStep Step, IReadOnlyList<StepCandidate> Candidates)>> StepsAsync(CancellationToken cancellation)
    {
        var steps = new List<(EditionStep, IReadOnlyList<StepCandidate>)>();
        foreach (var step in Enum.GetValues<EditionStep>())
        {
            if ((await authorization.AuthorizeAsync(User, null, ManyEditions.Right(step))).Succeeded && await many.CandidatesAsync(step, Year, cancellation) is { Count: > 0 } candidates)
            {
                steps.Add((step, candidates));
            }
        }

        return steps;
    }
}
