using FinalAccounts.Service.Editions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Editions;

/// <summary>Two editions of a unit and year side by side.</summary>
[Authorize(Rights.Read)]
public sealed class CompareModel(EditionQueries queries) : PageModel
{
    public Edition Before { get; private set; } = null!;

    public Edition After { get; private set; } = null!;

    /// <summary>Shows the frame of the comparison; what is in it is made when the frame loads.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int year, int number, int other, CancellationToken cancellation)
    {
        var before = await queries.FindAsync(code, year, Math.Min(number, other), cancellation);
        var after = await queries.FindAsync(code, year, Math.Max(number, other), cancellation);
        if (before is null || after is null || before.Id == after.Id)
        {
            return NotFound();
        }

        (Before, After) = (before, after);
        return Page();
    }
}
