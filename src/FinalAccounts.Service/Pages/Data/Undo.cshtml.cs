using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>Undoes a correction.</summary>
[Authorize(Rights.EditData)]
public sealed class UndoModel(FinalAccountsDb db, CorrectionDesk corrections, UnitChecks checks) : UnitYearPage(db)
{
    /// <summary>Back to the list.</summary>
    public IActionResult OnGet() => LocalRedirect($"{Home}/corrections");

    public async Task<IActionResult> OnPostAsync(long id)
    {
        var before = await checks.OfAsync(Unit, Year, Cancellation) ?? [];
        if (await corrections.UndoAsync(Unit, Year, id, By, Cancellation))
        {
            this.Done($"更正已撤销。{FindingsChange.Between(before, await checks.OfAsync(Unit, Year, Cancellation) ?? []).Sentence}");
        }
        else
        {
            this.Failed("这条更正已经撤销过了。");
        }

        return LocalRedirect($"{Home}/corrections");
    }
}
