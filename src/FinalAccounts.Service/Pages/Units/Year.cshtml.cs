using FinalAccounts.Service.Data;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Pages.Units;

/// <summary>One unit's disclosure of one year: deadline, data, corrections, runs, editions, and what comes next.</summary>
[Authorize(Rights.Read)]
public sealed class YearModel(FinalAccountsDb db, Disclosures disclosures, Imports imports, CorrectionDesk corrections, UnitChecks checks, EditionFreshness freshness, EditionQueries editions) : UnitYearPage(db)
{
    private const int RunsShown = 5;

    private DataView? data;

    /// <summary>How far it has come.</summary>
    public DisclosureState State { get; private set; } = new();

    /// <summary>Hand-ins, newest first.</summary>
    public IReadOnlyList<ImportAnswer> Imports { get; private set; } = [];

    /// <summary>The import in force.</summary>
    public DataImport? InForce { get; private set; }

    /// <summary>Findings of data and text as they are now.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Corrections, newest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>The latest runs.</summary>
    public IReadOnlyList<Run> Runs { get; private set; } = [];

    /// <summary>Editions, newest first.</summary>
    public IReadOnlyList<EditionSummary> Editions { get; private set; } = [];

    /// <summary>What has changed since each edition was made.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<string>> Changed { get; private set; } = new Dictionary<long, IReadOnlyList<string>>();

    /// <summary>A new run's key: a form sent twice asks for one run.</summary>
    public Guid NewRun { get; } = Guid.NewGuid();

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        Imports = await imports.List(Unit.Id, Year).ToListAsync(Cancellation);
        InForce = await imports.InForceAsync(Unit.Id, Year, Cancellation);
        data = InForce is null ? null : await corrections.ViewAsync(Unit, Year, Cancellation);
        Findings = data is null ? await checks.OfAsync(Unit, Year, Cancellation) ?? [] : await checks.OfAsync(Unit, Year, data, Cancellation);

        // After the checks: the next step follows from what they say.
        State = (await disclosures.OfAsync([Unit.Id], Year, Cancellation))[Unit.Id];
        Corrections = await corrections.List(Unit.Id, Year).ToListAsync(Cancellation);
        Runs = await Db.Runs.AsNoTracking().Include(run => run.Edition).Where(run => run.UnitId == Unit.Id && run.Year == Year)
            .OrderByDescending(run => run.RequestedAt).Take(RunsShown).ToListAsync(Cancellation);
        Editions = await editions.List(Code, Year, null).ToListAsync(Cancellation);
        Changed = await freshness.ChangedAsync([.. Editions.Select(edition => edition.Basis)], Cancellation);
    }

    /// <summary>Where the places of findings lead.</summary>
    public Func<PlaceRun, string?> Links(bool mayCorrect) => FindingLinks.Of(data, Home, mayCorrect);

    /// <summary>What a correction changed, as the form prints it.</summary>
    public ComparedValue Change(Correction correction) => PrintedValue.Change(data?.Set, correction);
}
