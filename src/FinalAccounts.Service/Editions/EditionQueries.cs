using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>Finds editions as people and systems name them: unit code, year, number.</summary>
public sealed class EditionQueries(FinalAccountsDb db)
{
    /// <summary>One edition with unit, files and events; null when there is none.</summary>
    public Task<Edition?> FindAsync(string code, int year, int number, CancellationToken cancellation) => db.Editions.AsNoTracking()
        .Include(edition => edition.Unit).Include(edition => edition.Files).Include(edition => edition.Events).AsSplitQuery()
        .SingleOrDefaultAsync(edition => edition.Unit!.Code == code && edition.Year == year && edition.Number == number, cancellation);

    /// <summary>The editions of a filter, by year (latest first), unit and number (latest first).</summary>
    public IQueryable<EditionSummary> List(string? code, int? year, EditionState? state)
    {
        var editions = db.Editions.AsQueryable();
        editions = code is null ? editions : editions.Where(edition => edition.Unit!.Code == code);
        editions = year is null ? editions : editions.Where(edition => edition.Year == year);
        editions = state is null ? editions : editions.Where(edition => edition.State == state);
        return editions.OrderByDescending(edition => edition.Year).ThenBy(edition => edition.Unit!.Code).ThenByDescending(edition => edition.Number).Select(EditionSummary.Of);
    }

    /// <summary>What an edition of the unit's year was sent back with, and its number; null once one is in review again or further.</summary>
    public async Task<(int Number, EditionEvent? Event)> ReturnedAsync(long unitId, int year, CancellationToken cancellation)
    {
        var last = await (from change in db.Set<EditionEvent>().AsNoTracking()
                          join edition in db.Editions on change.EditionId equals edition.Id
                          where edition.UnitId == unitId && edition.Year == year && (change.Returned || change.State != EditionState.Draft)
                          orderby change.Id descending
                          select new { edition.Number, change }).FirstOrDefaultAsync(cancellation);
        return last is { change.Returned: true } ? (last.Number, last.change) : (0, null);
    }

    /// <summary>The years that have editions, latest first.</summary>
    public Task<List<int>> YearsAsync(CancellationToken cancellation) =>
        db.Editions.Select(edition => edition.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellation);

    /// <summary>The published edition of every unit in a year, or each unit's latest whatever its state; with files.</summary>
    public Task<List<Edition>> OfYearAsync(int year, bool latest, CancellationToken cancellation) => WithFiles(db.Editions.Where(edition => edition.Year == year && (latest
        ? !db.Editions.Any(other => other.UnitId == edition.UnitId && other.Year == year && other.Number > edition.Number)
        : edition.State == EditionState.Published))).ToListAsync(cancellation);

    /// <summary>What the runs of a batch made, or found to be there already; with files.</summary>
    public Task<List<Edition>> OfBatchAsync(Guid batch, CancellationToken cancellation) =>
        WithFiles(db.Editions.Where(edition => db.Runs.Any(run => run.BatchId == batch && run.EditionId == edition.Id))).ToListAsync(cancellation);

    private static IQueryable<Edition> WithFiles(IQueryable<Edition> editions) =>
        editions.AsNoTracking().Include(edition => edition.Unit).Include(edition => edition.Files).AsSplitQuery().OrderBy(edition => edition.Id);
}
