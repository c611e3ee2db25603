using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Store;

/// <summary>
/// Which rows whoever asks gets to see: the one filter over units. Every query keeps to it, so pages, lists, counts, files, streams and the API need not think of it;
/// the worker, the command line and the start, where nobody asks, see everything. A row that belongs to a unit has its line here.
/// </summary>
public abstract partial class FinalAccountsDb
{
    private UnitSet seen = UnitSet.All;

    /// <summary>Whether every unit is seen.</summary>
    public bool SeesAll => seen.IsAll;

    // EF's filters take what is a property of the context anew with every query.
    private IReadOnlyCollection<long> SeenUnits => seen.Ids;

    /// <summary>Who asks, by sign-in name: people see what they handed in themselves. Null for a system, and where nobody asks.</summary>
    private string? Asking { get; set; }

    /// <summary>From now on only rows of these units are there.</summary>
    /// <param name="asking">The sign-in name; null for a system.</param>
    public void Limit(UnitSet units, string? asking) => (seen, Asking) = (units, asking);

    private void FilterRows(ModelBuilder builder)
    {
        builder.Entity<Unit>().HasQueryFilter(unit => SeesAll || SeenUnits.Contains(unit.Id));
        builder.Entity<DataImport>().HasQueryFilter(import => SeesAll || SeenUnits.Contains(import.UnitId));
        builder.Entity<Correction>().HasQueryFilter(correction => SeesAll || SeenUnits.Contains(correction.UnitId));
        builder.Entity<CheckedData>().HasQueryFilter(known => SeesAll || SeenUnits.Contains(known.UnitId));
        builder.Entity<Run>().HasQueryFilter(run => SeesAll || SeenUnits.Contains(run.UnitId));
        builder.Entity<Edition>().HasQueryFilter(edition => SeesAll || SeenUnits.Contains(edition.UnitId));
        builder.Entity<Notice>().HasQueryFilter(notice => SeesAll || notice.UnitId == null || SeenUnits.Contains(notice.UnitId.Value));
        builder.Entity<Comment>().HasQueryFilter(comment => SeesAll || comment.UnitId == null || SeenUnits.Contains(comment.UnitId.Value));
        builder.Entity<Batch>().HasQueryFilter(batch => SeesAll || batch.By == Asking || batch.Runs.Any(run => SeenUnits.Contains(run.UnitId)));
        builder.Entity<Delivery>().HasQueryFilter(delivery => SeesAll || delivery.By == Asking);
        builder.Entity<DeliveredFile>().HasQueryFilter(file => SeesAll || file.UnitId == null || SeenUnits.Contains(file.UnitId.Value));

        // A document names its unit in words.
        builder.Entity<DocumentReview>().HasQueryFilter(review => SeesAll || review.By == Asking || Units.Any(unit => unit.Name == review.Unit && SeenUnits.Contains(unit.Id)));

        // Who may what where is asked and changed by administrators only, who see all units.
        builder.Entity<UnitGrant>().HasQueryFilter(grant => SeesAll || grant.UnitId == null || SeenUnits.Contains(grant.UnitId.Value));
    }
}
