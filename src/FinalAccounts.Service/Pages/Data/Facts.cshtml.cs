using FinalAccounts.Accounts;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>The facts of the data in force, sheet by sheet; a fact leads to its correction.</summary>
[Authorize(Rights.Read)]
public sealed class FactsModel(FinalAccountsDb db, CorrectionDesk corrections, UnitChecks checks) : UnitYearPage(db)
{
    /// <summary>The sheet's name; null for the first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sheet { get; set; }

    /// <summary>The data; null when there are none.</summary>
    public DataView? Data { get; private set; }

    /// <summary>The sheet shown.</summary>
    public FactSheetSchema? Schema { get; private set; }

    /// <summary>Its records.</summary>
    public IReadOnlyList<FactRecord> Records { get; private set; } = [];

    /// <summary>What findings say of the facts.</summary>
    public GridMarks? Marks { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Data = await corrections.ViewAsync(Unit, Year, Cancellation);
        if (Data is null)
        {
            return Page();
        }

        Marks = GridMarks.Of(Data, await checks.OfAsync(Unit, Year, Data, Cancellation));
        Schema = Sheet is null ? Marks.Sorted(Data.Set.Set.Facts.Sheets, sheet => sheet.Name).First() : Data.Set.Set.Facts.Sheet(Sheet);
        if (Schema is null)
        {
            return NotFound();
        }

        Records = Data.Accounts.Facts.Records(Schema.Name);
        return Page();
    }
}
