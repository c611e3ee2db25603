using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Units;

/// <summary>A unit through the years.</summary>
[Authorize(Rights.Read)]
public sealed class UnitModel(FinalAccountsDb db, UnitRegister register, Disclosures disclosures) : PageModel
{
    public Unit Unit { get; private set; } = null!;

    /// <summary>Units below it.</summary>
    public IReadOnlyList<Unit> Below { get; private set; } = [];

    /// <summary>Year by year, newest first.</summary>
    public IReadOnlyList<(int Year, DisclosureState State)> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await register.FindAsync(code, cancellation) is not { } unit)
        {
            return NotFound();
        }

        Unit = unit;
        Below = await db.Units.AsNoTracking().Where(other => other.ParentId == unit.Id).OrderBy(other => other.Code).ToListAsync(cancellation);
        var years = (await disclosures.YearsAsync(cancellation)).All;
        var states = await disclosures.OfAsync([unit.Id], years, cancellation);
        Years = [.. years.Select(year => (year, states[(unit.Id, year)]))];
        return Page();
    }

    /// <summary>Leads to any year.</summary>
    public IActionResult OnGetYear(string code, int year) => year is >= 2000 and <= 2100 ? LocalRedirect($"/units/{Uri.EscapeDataString(code)}/years/{year}") : NotFound();
}
