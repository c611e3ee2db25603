using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>All corrections of a unit and year, undone ones too.</summary>
[Authorize(Rights.Read)]
public sealed class CorrectionsModel(FinalAccountsDb db, CorrectionDesk corrections) : UnitYearPage(db)
{
    private DataView? data;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Correction> All { get; private set; } = [];

    /// <summary>Corrections that do not apply any more, and why.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public async Task OnGetAsync()
    {
        All = await corrections.List(Unit.Id, Year).ToListAsync(Cancellation);
        data = await corrections.ViewAsync(Unit, Year, Cancellation);
        Findings = [.. (data?.Findings ?? []).Where(finding => finding.Rule.StartsWith("COR-", StringComparison.Ordinal))];
    }

    /// <summary>What a correction changed, as the form prints it.</summary>
    public ComparedValue Change(Correction correction) => PrintedValue.Change(data?.Set, correction);
}
