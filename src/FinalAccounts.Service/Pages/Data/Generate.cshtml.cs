using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>Asks for a generation from the unit's page, and shows it at work.</summary>
[Authorize(Rights.EditData)]
public sealed class GenerateModel(FinalAccountsDb db, Generation.Runs runs) : UnitYearPage(db)
{
    /// <summary>Back to the unit's page.</summary>
    public IActionResult OnGet() => LocalRedirect(Home);

    /// <summary>Asks; the same key again is the same run.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (id == Guid.Empty)
        {
            return BadRequest();
        }

        await runs.RequestAsync(id, Unit, Year, By, Cancellation);
        return LocalRedirect($"/runs/{id}");
    }
}
