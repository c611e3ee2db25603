using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Batches;

/// <summary>Batches, and asking for one.</summary>
[Authorize(Rights.Read)]
public sealed class BatchesModel(FinalAccountsDb db, Generation.Batches batches, IAuthorizationService authorization, TimeProvider time) : PageModel
{
    private const int Latest = 50;

    /// <summary>Of which year.</summary>
    [BindProperty, Range(2000, 2100, ErrorMessage = "请填写年度（2000 至 2100）。")]
    public int Year { get; set; }

    public IReadOnlyList<(Batch Batch, BatchProgress Progress)> Batches { get; private set; } = [];

    public bool MayChange { get; private set; }

    /// <summary>The list; the year proposed is the last that has data.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await FindAsync(cancellation);
        Year = RememberedYear.Of(Request) ?? await db.Imports.MaxAsync(import => (int?)import.Year, cancellation) ?? time.GetUtcNow().Year - 1;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        await FindAsync(cancellation);
        if (!MayChange)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await batches.RequestAsync(id, Year, User.Identity!.Name!, null, cancellation);
        return LocalRedirect($"/batches/{id}");
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        MayChange = (await authorization.AuthorizeAsync(User, null, Rights.EditData)).Succeeded;
        Batches = await batches.LatestAsync(Latest, cancellation);
    }
}
