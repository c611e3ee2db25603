using FinalAccounts.Accounts;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>One hand-in: what was understood, the findings, and the difference from the data in force.</summary>
[Authorize(Rights.Read)]
public sealed class ImportModel(FinalAccountsDb db, Imports imports, HandInPreviews previews) : UnitYearPage(db)
{
    /// <summary>Which hand-in.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public DataImport Import { get; private set; } = null!;

    /// <summary>What is wrong with it; of one that waits, what would be wrong once it is in force.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What was read; null when nothing could be.</summary>
    public DepartmentAccounts? Accounts { get; private set; }

    /// <summary>Whether it is the data in force.</summary>
    public bool IsInForce { get; private set; }

    /// <summary>What it would bring; null when it does not wait or was not understood.</summary>
    public HandInPreview? Preview { get; private set; }

    /// <summary>Corrections to be kept, where somebody has chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "keep")]
    public long[] Keep { get; set; } = [];

    /// <summary>Whether somebody has chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "chosen")]
    public bool Chosen { get; set; }

    /// <summary>Whether the corrections of a cell are kept in this preview.</summary>
    public bool IsKept(CorrectionFate fate) => Chosen ? Keep.Contains(fate.Last.Id) : fate.KeptByItself;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await imports.FindAsync(Unit.Id, Year, Number, Cancellation) is not { } import)
        {
            return NotFound();
        }

        Import = import;
        Findings = FindingsJson.Read(import.Findings);
        Accounts = await imports.AccountsAsync(Unit, import, Cancellation);
        var inForce = await imports.InForceAsync(Unit.Id, Year, Cancellation);
        IsInForce = inForce?.Id == import.Id;
        if (import.State == ImportState.Pending && Accounts is not null)
        {
            Preview = await previews.OfAsync(Unit, import, Chosen ? Keep.ToHashSet() : null, Cancellation);
            Findings = Preview?.Findings ?? Findings;
        }

        return Page();
    }
}
