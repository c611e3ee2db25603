using FinalAccounts.Service.Comments;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Units;

/// <summary>One unit's disclosure of one year: deadline, data, corrections, runs, editions, and what comes next.</summary>
[Authorize(Rights.Read)]
public sealed class YearModel(FinalAccountsDb db, Disclosures disclosures, Imports imports, CorrectionDesk corrections, UnitChecks checks, EditionFreshness freshness, EditionQueries editions, CommentDesk comments) : UnitYearPage(db)
{
    private const int RunsShown = 5;

    private DataView? data;
    private CommentLinks? talk;
    private PlaceIndex? places;

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

    public IReadOnlyList<Run> Runs { get; private set; } = [];

    /// <summary>Editions, newest first.</summary>
    public IReadOnlyList<EditionSummary> Editions { get; private set; } = [];

    /// <summary>What has changed since each edition was made.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<string>> Changed { get; private set; } = new Dictionary<long, IReadOnlyList<string>>();

    /// <summary>What an edition was sent back with, until one is sent to review again; null when none was.</summary>
    public EditionEvent? Returned { get; private set; }

    /// <summary>Its edition.</summary>
    public int ReturnedNumber { get; private set; }

    public PersonNames Names { get; private set; } = PersonNames.None;

    /// <summary>Comments that are not done.</summary>
    public int OpenComments => talk?.Open.Values.Sum() ?? 0;

    /// <summary>A new run's key: a form sent twice asks for one run.</summary>
    public Guid NewRun { get; } = Guid.NewGuid();

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
        talk = new CommentLinks(Home, await comments.OpenAsync(CommentHome.Of(Unit, Year), Cancellation));
        places = data is null ? null : PlaceIndex.Of(data);
        (ReturnedNumber, Returned) = await editions.ReturnedAsync(Unit.Id, Year, Cancellation);
        Names = await PersonNames.FindAsync(Db, [Returned?.By], Cancellation);
    }

    /// <summary>Where the places of findings lead.</summary>
    public Func<PlaceRun, string?> Links(bool mayCorrect) => FindingLinks.Of(data, Home, mayCorrect);

    /// <summary>Where something is said about a finding.</summary>
    public (string Text, string Address)? Talk(Finding finding) => talk?.Of(finding, places);

    /// <summary>What a correction changed, as the form prints it.</summary>
    public ComparedValue Change(Correction correction) => PrintedValue.Change(data?.Set, correction);
}
