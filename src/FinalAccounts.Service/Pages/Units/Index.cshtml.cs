using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Pages.Units;

/// <summary>All units with how far each has come in a year.</summary>
[Authorize(Rights.Read)]
public sealed class IndexModel(FinalAccountsDb db, Disclosures disclosures) : PageModel
{
    private const int PageSize = 50;

    /// <summary>决算年度.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Part of code or name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Only units at this step.</summary>
    [BindProperty(SupportsGet = true)]
    public NextStep? Step { get; set; }

    /// <summary>Units that no longer publish, too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The years to choose from.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The year shown.</summary>
    public int Shown { get; private set; }

    /// <summary>This page's units.</summary>
    public IReadOnlyList<(Unit Unit, DisclosureState State)> Rows { get; private set; } = [];

    /// <summary>How many units are at each step, before the filter by step.</summary>
    public IReadOnlyDictionary<NextStep, int> Counts { get; private set; } = new Dictionary<NextStep, int>();

    /// <summary>Which part is shown.</summary>
    public Pager Pager { get; private set; } = new(1, PageSize, 0);

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync([FromQuery(Name = "page")] int? page)
    {
        var cancellation = HttpContext.RequestAborted;
        (Years, var current) = await disclosures.YearsAsync(cancellation);
        Shown = Year ?? current;
        if (!Years.Contains(Shown))
        {
            Years = [.. Years.Append(Shown).OrderDescending()];
        }

        var query = db.Units.AsNoTracking().Include(unit => unit.Parent).Where(unit => All || unit.Active);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var text = Q.Trim();
            query = query.Where(unit => unit.Code.Contains(text) || unit.Name.Contains(text));
        }

        var units = await query.OrderBy(unit => unit.Code).ToListAsync(cancellation);
        var states = await disclosures.OfAsync([.. units.Select(unit => unit.Id)], Shown, cancellation);
        Counts = states.Values.GroupBy(state => state.Next).ToDictionary(group => group.Key, group => group.Count());
        var rows = units.Select(unit => (unit, states[unit.Id])).Where(row => Step is null || row.Item2.Next == Step).ToList();
        Pager = Pager.Of(page, PageSize, rows.Count);
        Rows = rows.GetRange(Pager.Skip, Math.Min(PageSize, rows.Count - Pager.Skip));
    }
}
