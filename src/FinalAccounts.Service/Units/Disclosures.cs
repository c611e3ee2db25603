using FinalAccounts.Accounts;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Units;

/// <summary>How far each unit's disclosure of a year has come.</summary>
public sealed class Disclosures(FinalAccountsDb db, KnownChecks checks, TimeProvider time)
{
    /// <summary>Days after the approval of the accounts within which they must be public (预算法 第十四条).</summary>
    public const int DaysToPublish = 20;

    /// <summary>The years in which anything was handed in, newest first; last year is always among them. The one people mean: the newest with data.</summary>
    public async Task<(IReadOnlyList<int> All, int Current)> YearsAsync(CancellationToken cancellation)
    {
        var years = await db.Imports.Select(import => import.Year).Distinct().ToListAsync(cancellation);
        var last = Shell.ShanghaiTime.Day(time.GetUtcNow()).Year - 1;
        return ([.. years.Append(last).Distinct().OrderDescending()], years.Count > 0 ? years.Max() : last);
    }

    /// <summary>The state of these units in a year, by unit.</summary>
    public async Task<IReadOnlyDictionary<long, DisclosureState>> OfAsync(IReadOnlyCollection<long> units, int year, CancellationToken cancellation) =>
        (await OfAsync(units, [year], cancellation)).ToDictionary(state => state.Key.Unit, state => state.Value);

    /// <summary>The state of these units in these years; eight queries however many.</summary>
    public async Task<IReadOnlyDictionary<(long Unit, int Year), DisclosureState>> OfAsync(
        IReadOnlyCollection<long> units, IReadOnlyCollection<int> years, CancellationToken cancellation)
    {
        var imports = (await db.Imports.Where(import => units.Contains(import.UnitId) && years.Contains(import.Year) && import.State != ImportState.Rejected)
            .Select(import => new { import.UnitId, import.Year, import.Number, import.State, import.Errors, import.ApprovedOn, import.At }).ToListAsync(cancellation))
            .ToLookup(import => (import.UnitId, import.Year));
        var corrections = (await db.Corrections.Where(correction => units.Contains(correction.UnitId) && years.Contains(correction.Year))
            .Select(correction => new { correction.UnitId, correction.Year, correction.Sheet, correction.Column, correction.NewValue, correction.At, correction.UndoneAt }).ToListAsync(cancellation))
            .ToLookup(correction => (correction.UnitId, correction.Year));
        var runs = (await db.Runs.Where(run => units.Contains(run.UnitId) && years.Contains(run.Year)
                && !db.Runs.Any(later => later.UnitId == run.UnitId && later.Year == run.Year && later.RequestedAt > run.RequestedAt))
            .Select(run => new { run.Id, run.UnitId, run.Year, run.State, run.RequestedAt, run.Failure }).ToListAsync(cancellation))
            .GroupBy(run => (run.UnitId, run.Year)).ToDictionary(group => group.Key, group => group.MaxBy(run => run.RequestedAt)!);
        var editions = (await db.Editions.Where(edition => units.Contains(edition.UnitId) && years.Contains(edition.Year))
            .Select(edition => new { edition.UnitId, edition.Year, edition.Number, edition.State, edition.Errors, edition.At, edition.ImportId, edition.AccountsSha256, edition.TemplateSetHash }).ToListAsync(cancellation))
            .ToLookup(edition => (edition.UnitId, edition.Year));
        var known = await checks.OfAsync(units, years, cancellation);
        var today = Shell.ShanghaiTime.Day(time.GetUtcNow());
        return units.SelectMany(unit => years.Select(year => (unit, year))).ToDictionary(pair => pair, pair =>
        {
            var inForce = imports[pair].Where(import => import.State == ImportState.Accepted).MaxBy(import => import.Number);
            var corrected = corrections[pair].Where(correction => correction.UndoneAt is null && correction.Sheet == KnownFacts.Basics && correction.Column == KnownFacts.ApprovedOn).MaxBy(correction => correction.At);
            var run = runs.GetValueOrDefault(pair);
            var check = known.GetValueOrDefault(pair);

            // A correction that is undone leads back to an edition that was made before: the same data never make two.
            var edition = editions[pair].Where(edition => check?.ChangedSince(edition.ImportId, edition.AccountsSha256, edition.TemplateSetHash).Count == 0).MaxBy(edition => edition.Number)
                ?? editions[pair].MaxBy(edition => edition.Number);
            return new DisclosureState
            {
                Today = today,
                ImportNumber = inForce?.Number,
                DataErrors = check?.Errors,
                Changed = edition is null ? null : check?.ChangedSince(edition.ImportId, edition.AccountsSha256, edition.TemplateSetHash),
                ApprovedOn = corrected is null ? inForce?.ApprovedOn : DateOnly.TryParse(corrected.NewValue, out var day) ? day : null,
                PendingNumber = imports[pair].Where(import => import.State == ImportState.Pending && import.Number > (inForce?.Number ?? 0)).Max(import => (int?)import.Number),
                Corrections = corrections[pair].Count(correction => correction.UndoneAt is null),
                DataChangedAt = corrections[pair].SelectMany(correction => new[] { correction.At, correction.UndoneAt }).Append(inForce?.At).Max(),
                RunState = run?.State,
                RunId = run?.Id,
                RunAt = run?.RequestedAt,
                RunFailure = run?.Failure,
                EditionNumber = edition?.Number,
                EditionState = edition?.State,
                EditionErrors = edition?.Errors ?? 0,
                EditionAt = edition?.At,
                PublishedNumber = editions[pair].Where(edition => edition.State == EditionState.Published).Max(edition => (int?)edition.Number),
            };
        });
    }
}
