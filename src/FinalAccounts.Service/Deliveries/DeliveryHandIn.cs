using FinalAccounts.Import;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Deliveries;

/// <summary>Hands in what a delivery brought for one unit.</summary>
internal sealed class DeliveryHandIn(FinalAccountsDb db, Artifacts artifacts, Imports imports)
{
    /// <summary>Hands it in as one import and notes which; a process that died between the two finds its import again.</summary>
    public async Task HandInAsync(Guid id, long unitId, CancellationToken cancellation)
    {
        var delivery = await db.Deliveries.AsNoTracking().SingleAsync(delivery => delivery.Id == id, cancellation);
        var unit = await db.Units.AsNoTracking().SingleAsync(unit => unit.Id == unitId, cancellation);
        var files = await db.Set<DeliveredFile>().AsNoTracking().Where(DeliveredFiles.Waiting(id)).Where(file => file.UnitId == unitId).OrderBy(file => file.Id).ToListAsync(cancellation);
        var ids = files.ConvertAll(file => file.Id);
        var given = await GivenAsync(files, cancellation);
        if (given.Refusal(await imports.InForceAsync(unitId, delivery.Year, cancellation)) is { } refusal)
        {
            await NoteAsync(ids, null, refusal, cancellation);
            return;
        }

        var made = await MadeBeforeAsync(delivery, files, cancellation)
            ?? (await imports.HandInAsync(unit, delivery.Year, given, ImportSource.Upload, delivery.By, cancellation)).Id;
        await NoteAsync(ids, made, null, cancellation);
    }

    private async Task<long?> MadeBeforeAsync(Delivery delivery, List<DeliveredFile> files, CancellationToken cancellation)
    {
        var hashes = files.ConvertAll(file => file.Sha256!);
        return await db.Imports
            .Where(import => import.UnitId == files[0].UnitId && import.Year == delivery.Year && import.By == delivery.By && import.At >= delivery.At)
            .Where(import => hashes.All(hash => import.Files.Any(file => file.Sha256 == hash)))
            .OrderByDescending(import => import.Number).Select(import => (long?)import.Id).FirstOrDefaultAsync(cancellation);
    }

    private async Task<HandIn> GivenAsync(List<DeliveredFile> files, CancellationToken cancellation)
    {
        async Task<ImportFile?> OfAsync(ImportedFileKind kind) => files.Find(file => file.Kind == kind) is { } file
            ? new ImportFile(DeliveredFiles.ShortName(file.Name), await artifacts.ReadAsync(file.Sha256!, cancellation)) : null;
        return new HandIn { Tables = await OfAsync(ImportedFileKind.Tables), Facts = await OfAsync(ImportedFileKind.Facts), PriorTables = await OfAsync(ImportedFileKind.PriorTables) };
    }

    private Task<int> NoteAsync(List<long> ids, long? import, string? problem, CancellationToken cancellation) =>
        db.Set<DeliveredFile>().Where(file => ids.Contains(file.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(file => file.ImportId, import).SetProperty(file => file.Problem, problem), cancellation);
}
