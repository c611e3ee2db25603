using FinalAccounts.Service.Generation;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Runs;

/// <summary>All runs, the newest first.</summary>
[Authorize(Rights.Read)]
public sealed class RunsModel(FinalAccountsDb db) : PageModel
{
    private const int Size = 50;

    /// <summary>Only this unit's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>Only this year's.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Only those in this state.</summary>
    [BindProperty(SupportsGet = true)]
    public RunState? State { get; set; }

    public IReadOnlyList<RunView> Runs { get; private set; } = [];

    public Pager Pager { get; private set; } = new(1, Size, 0);

    public async Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        var unit = Unit?.Trim() is { Length: > 0 } given ? given : null;
        var found = db.Runs.Where(run => (unit == null || run.Unit!.Code == unit) && (Year == null || run.Year == Year) && (State == null || run.State == State));
        Pager = Pager.Of(number, Size, await found.CountAsync(cancellation));
        Runs = await found.OrderByDescending(run => run.RequestedAt).ThenBy(run => run.Id).Skip(Pager.Skip).Take(Pager.Size).Select(RunView.Of).ToListAsync(cancellation);
    }
}
