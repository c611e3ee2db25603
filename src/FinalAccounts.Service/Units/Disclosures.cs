using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Units;

/// <summary>How far each unit's disclosure of a year has come.</summary>
public sealed class Disclosures(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>Days after the approval of the accounts within which they must be public (预算法 第十四条).</summary>
    public const int DaysToPublish = 20;

    /// <summary>The years in which anything was handed in, newest first; last year is always among them. The one people mean: the newest with data.</summary>
    public async Task<(IReadOnlyList<int> All, int Current)> YearsAsync(CancellationToken cancellation)
    {
        var years = await db.Imports.Select(import => import.Year).Distinct().ToListAsync(cancellation).ConfigureAwait(false);
        var last = Shell.ShanghaiTime.Day(time.GetUtcNow()).Year - 1;
        return ([.. years.Append(last).Distinct().OrderDescending()], years.Count > 0 ? years.Max() : last);
    }

    /// <summary>The state of these units in a year, by unit; few queries however many units.</summary>
    public async Task<IReadOnlyDictionary<long, DisclosureState>> OfAsync(IReadOnlyCollection<long> units, int year, CancellationToken cancellation)
    {
        var imports = await db.Imports.Where(import => units.Contains(import.UnitId) && import.Year == year && import.State != ImportState.Rejected)
            .Select(import => new { import.Id, import.UnitId, import.Number, import.State, import.Errors, import.ApprovedOn, import.At }).ToListAsync(cancellation).ConfigureAwait(false);
        var corrections = await db.Corrections.Where(correction => units.Contains(correction.UnitId) && correction.Year == year)
            .Select(correction => new { correction.UnitId, correction.Sheet, correction.Column, correction.NewValue, correction.At, correction.UndoneAt }).ToListAsync(cancellation).ConfigureAwait(false);
        var runs = await db.Runs.Where(run => units.Contains(run.UnitId) && run.Year == year)
            .Select(run => new { run.Id, run.UnitId, run.State, run.RequestedAt, run.EndedAt, run.Failure }).ToListAsync(cancellation).ConfigureAwait(false);
        var editions = await db.Editions.Where(edition => units.Contains(edition.UnitId) && edition.Year == year)
            .Select(edition => new { edition.UnitId, edition.Number, edition.State, edition.Errors, edition.At }).ToListAsync(cancellation).ConfigureAwait(false);
        var today = Shell.ShanghaiTime.Day(time.GetUtcNow());
        return units.ToDictionary(unit => unit, unit =>
        {
            var inForce = imports.Where(import => import.UnitId == unit && import.State == ImportState.Accepted).MaxBy(import => import.Number);
            var edited = corrections.Where(correction => correction.UnitId == unit).ToList();
            var corrected = edited.Where(correction => correction.UndoneAt is null && correction.Sheet == "基本情况" && correction.Column == "批复日期").MaxBy(correction => correction.At);
            var approved = corrected is null ? inForce?.ApprovedOn : DateOnly.TryParse(corrected.NewValue, out var day) ? day : null;
            var run = runs.Where(run => run.UnitId == unit).MaxBy(run => run.RequestedAt);
            var edition = editions.Where(edition => edition.UnitId == unit).MaxBy(edition => edition.Number);
            var touched = edited.SelectMany(correction => new[] { correction.At, correction.UndoneAt }).Append(inForce?.At).Max();
            return new DisclosureState
            {
                Today = today,
                ImportNumber = inForce?.Number,
                DataErrors = inForce?.Errors ?? 0,
                ApprovedOn = approved,
                PendingNumber = imports.Where(import => import.UnitId == unit && import.State == ImportState.Pending && import.Number > (inForce?.Number ?? 0)).Max(import => (int?)import.Number),
                Corrections = edited.Count(correction => correction.UndoneAt is null),
                DataChangedAt = touched,
                RunState = run?.State,
                RunId = run?.Id,
                RunAt = run?.RequestedAt,
                RunFailure = run?.Failure,
                EditionNumber = edition?.Number,
                EditionState = edition?.State,
                EditionErrors = edition?.Errors ?? 0,
                EditionAt = edition?.At,
                PublishedNumber = editions.Where(edition => edition.UnitId == unit && edition.State == EditionState.Published).Max(edition => (int?)edition.Number),
            };
        });
    }
}
