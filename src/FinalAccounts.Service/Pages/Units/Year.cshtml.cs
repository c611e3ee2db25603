using FinalAccounts.Service.Data;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Pages.Units;

/// <summary>One unit's disclosure of one year: deadline, data, corrections, runs, editions, and what comes next.</summary>
[Authorize(Rights.Read)]
public sealed class YearModel(FinalAccountsDb db, Disclosures disclosures, Imports imports, CorrectionDesk corrections, EditionQueries editions) : UnitYearPage(db)
{
    private const int RunsShown = 5;

    /// <summary>How far it has come.</summary>
    public DisclosureState State { get; private set; } = new();

    /// <summary>Hand-ins, newest first.</summary>
    public IReadOnlyList<ImportAnswer> Imports { get; private set; } = [];

    /// <summary>The import in force.</summary>
    public DataImport? InForce { get; private set; }

    /// <summary>Findings of data and text as they stood when it was handed in.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Corrections, newest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>The latest runs.</summary>
    public IReadOnlyList<Run> Runs { get; private set; } = [];

    /// <summary>Editions, newest first.</summary>
    public IReadOnlyList<EditionSummary> Editions { get; private set; } = [];

    /// <summary>A new run's key: a form sent twice asks for one run.</summary>
    public Guid NewRun { get; } = Guid.NewGuid();

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        State = (await disclosures.OfAsync([Unit.Id], Year, Cancellation))[Unit.Id];
        Imports = await imports.List(Unit.Id, Year).ToListAsync(Cancellation);
        InForce = await imports.InForceAsync(Unit.Id, Year, Cancellation);
        Findings = InForce is null ? [] : FindingsJson.Read(InForce.Findings);
        Corrections = await corrections.List(Unit.Id, Year).ToListAsync(Cancellation);
        Runs = await Db.Runs.AsNoTracking().Include(run => run.Edition).Where(run => run.UnitId == Unit.Id && run.Year == Year)
            .OrderByDescending(run => run.RequestedAt).Take(RunsShown).ToListAsync(Cancellation);
        Editions = await editions.List(Code, Year, null).ToListAsync(Cancellation);
    }
}
