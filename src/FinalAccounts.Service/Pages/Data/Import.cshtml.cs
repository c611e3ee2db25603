using FinalAccounts.Accounts;
using FinalAccounts.Comparison;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>One hand-in: what was understood, the findings, and the difference from the data in force.</summary>
[Authorize(Rights.Read)]
public sealed class ImportModel(FinalAccountsDb db, Imports imports, CorrectionDesk corrections) : UnitYearPage(db)
{
    /// <summary>Which hand-in.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>The hand-in.</summary>
    public DataImport Import { get; private set; } = null!;

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What was read; null when nothing could be.</summary>
    public DepartmentAccounts? Accounts { get; private set; }

    /// <summary>Whether it is the data in force.</summary>
    public bool IsInForce { get; private set; }

    /// <summary>Cell by cell against the data in force, corrections included; null when there are none.</summary>
    public IReadOnlyList<ValueChange>? Changes { get; private set; }

    /// <summary>Corrections that acceptance would undo.</summary>
    public IReadOnlyList<Correction> Obsolete { get; private set; } = [];

    /// <summary>Shows it.</summary>
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
            var current = await corrections.ViewAsync(Unit, Year, Cancellation);
            Changes = current is null ? null : AccountsDifference.Of(current.Accounts, Accounts, Cancellation);
            Obsolete = await corrections.ObsoleteAsync(Unit, import, Cancellation);
        }

        return Page();
    }
}
