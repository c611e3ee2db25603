using FinalAccounts.Import.Corrections;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Data;

/// <summary>A unit's data of a year as they count now: the import in force, corrected, read by the set in force.</summary>
public sealed class UnitData(FinalAccountsDb db, UnitTemplates templates, AccountsFinder finder)
{
    /// <summary>The data; no value with findings when they do not fit their set any more; null when nothing was accepted.</summary>
    /// <param name="tried">A correction that is not made yet: the data as they would be.</param>
    public async Task<Result<DataView>?> FindAsync(Unit unit, int year, CancellationToken cancellation, CellCorrection? tried = null)
    {
        if (await finder.FindImportAsync(unit.Id, year, cancellation) is not { } import)
        {
            return null;
        }

        var loaded = await templates.LoadAsync(unit, year, await finder.StatedSetAsync(import.AccountsSha256, cancellation), cancellation);
        if (loaded.Set is not { } set)
        {
            return new Result<DataView>(null, loaded.Findings);
        }

        var (last, undone) = await CorrectionsAsync(unit.Id, year, cancellation);
        var corrected = tried is null ? await finder.KeptAsync(import, unit.Id, year, set, cancellation) : await finder.CorrectAsync(import, unit.Id, year, set, cancellation, tried);
        return corrected.Value is { } data
            ? new Result<DataView>(
                new DataView(set, data.Accounts, data.Findings, new DataStamp(import.Id, last, undone, set.Set.Key, loaded.Hash, data.Sha256)), [])
            : new Result<DataView>(null, corrected.Findings);
    }

    private async Task<(long Last, int Undone)> CorrectionsAsync(long unitId, int year, CancellationToken cancellation)
    {
        var made = await db.Corrections.Where(correction => correction.UnitId == unitId && correction.Year == year)
            .GroupBy(_ => 1).Select(all => new { Last = all.Max(correction => correction.Id), Undone = all.Count(correction => correction.UndoneAt != null) })
            .SingleOrDefaultAsync(cancellation);
        return (made?.Last ?? 0, made?.Undone ?? 0);
    }
}
