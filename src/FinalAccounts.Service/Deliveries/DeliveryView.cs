using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Deliveries;

/// <summary>How far a delivery is.</summary>
/// <param name="Files">In all, as far as archives are unpacked.</param>
/// <param name="Told">Of which it is known what they are, or that it cannot be told.</param>
/// <param name="HandedIn">Of these, what is handed in, or why it is not.</param>
public sealed record DeliveryProgress(int Files, int Told, int HandedIn, bool Over)
{
    /// <summary>Of one delivery; null when there is none.</summary>
    public static async Task<DeliveryProgress?> OfAsync(FinalAccountsDb db, Guid id, CancellationToken cancellation) =>
        await db.Deliveries.Where(delivery => delivery.Id == id).Select(delivery => new DeliveryProgress(
            delivery.Files.Count, delivery.Files.Count(file => file.Kind != null || file.Problem != null), delivery.Files.Count(file => file.ImportId != null || file.Problem != null),
            delivery.ReadAt != null)).SingleOrDefaultAsync(cancellation);
}

/// <summary>What a delivery brought for one unit.</summary>
/// <param name="Replaces">The hand-in in force when this page was made; null when there is none, or when it is this one.</param>
public sealed record DeliveredUnit(long ImportId, string Code, string Name, int Number, ImportState State, int Errors, int? Replaces, IReadOnlyList<DeliveredFile> Files)
{
    /// <summary>All of a delivery, those with most errors first.</summary>
    public static async Task<IReadOnlyList<DeliveredUnit>> OfAsync(FinalAccountsDb db, Delivery delivery, CancellationToken cancellation)
    {
        var files = (await db.Set<DeliveredFile>().AsNoTracking().Where(file => file.DeliveryId == delivery.Id && file.ImportId != null).OrderBy(file => file.Id).ToListAsync(cancellation)).ToLookup(file => file.ImportId);
        var ids = files.Select(same => same.Key).ToList();
        var imports = await db.Imports.Where(import => ids.Contains(import.Id)).Select(import => new
        {
            import.Id, import.Unit!.Code, import.Unit.Name, import.Number, import.State, import.Errors,
            InForce = db.Imports.Where(other => other.UnitId == import.UnitId && other.Year == import.Year && other.State == ImportState.Accepted && other.Id != import.Id).Max(other => (int?)other.Number),
        }).ToListAsync(cancellation);
        return [.. imports
            .Select(import => new DeliveredUnit(import.Id, import.Code, import.Name, import.Number, import.State, import.Errors, import.InForce, [.. files[import.Id]]))
            .OrderBy(unit => unit.State switch { ImportState.Rejected => 0, ImportState.Pending => 1, _ => 2 }).ThenByDescending(unit => unit.Errors).ThenBy(unit => unit.Code, StringComparer.Ordinal)];
    }
}
