using FinalAccounts.Accounts;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>One cell or fact gets another value, with reason.</summary>
[Authorize(Rights.EditData)]
public sealed class CorrectModel(FinalAccountsDb db, CorrectionDesk corrections) : UnitYearPage(db)
{
    /// <summary>表01, or a fact sheet's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string Sheet { get; set; } = "";

    /// <summary>See <see cref="CorrectionEntry.Row"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Row { get; set; }

    /// <summary>Column key or field name.</summary>
    [BindProperty(SupportsGet = true)]
    public string Column { get; set; } = "";

    /// <summary>Whether it is a fact.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Fact { get; set; }

    /// <summary>The new value as typed.</summary>
    [BindProperty]
    public string? Value { get; set; }

    /// <summary>Of the new value, for cells of tables.</summary>
    [BindProperty]
    public MoneyUnit Money { get; set; } = MoneyUnit.Yuan;

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What is corrected.</summary>
    public CorrectionTarget Target { get; private set; } = null!;

    /// <summary>Shows the form with the value as it is.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        Value = Target.Typed;
        return Page();
    }

    /// <summary>Corrects.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        var entry = new CorrectionEntry { Sheet = Sheet, Row = Row ?? "", Column = Column, IsFact = Fact, Value = Value, Unit = Money, Reason = Reason };
        var (_, problems) = await corrections.CorrectAsync(Unit, Year, entry, By, Cancellation);
        foreach (var problem in problems)
        {
            ModelState.AddModelError("", problem);
        }

        if (problems.Count > 0)
        {
            return Page();
        }

        this.Done($"{Target.Name} 已更正。重新生成后，新版本会写明这处变化。");
        return LocalRedirect(Fact ? $"{Home}/facts/{Uri.EscapeDataString(Sheet)}" : $"{Home}/tables/{Uri.EscapeDataString(Sheet)}");
    }

    private async Task<bool> FindAsync()
    {
        if (await corrections.ViewAsync(Unit, Year, Cancellation) is not { } data || CorrectionTarget.Find(data, Sheet, Row ?? "", Column, Fact) is not { } target)
        {
            return false;
        }

        Target = target;
        return true;
    }
}
