using FinalAccounts.Accounts;
using FinalAccounts.Comparison;
using FinalAccounts.Formulas;
using FinalAccounts.Import.Corrections;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Data;

/// <summary>What a hand-in would bring: the data as they would be in force, their findings, and what becomes of the corrections made so far.</summary>
/// <param name="Accounts">With the corrections that are kept.</param>
/// <param name="Findings">All, as they would be.</param>
/// <param name="Effect">Against the data in force; null when there are none.</param>
/// <param name="Changes">Cell by cell against the data in force; null when there are none.</param>
public sealed record HandInPreview(
    CompiledSet Set, DepartmentAccounts Accounts, IReadOnlyList<Finding> Findings, FindingsChange? Effect, IReadOnlyList<ValueChange>? Changes, IReadOnlyList<CorrectionFate> Fates);

/// <summary>Makes such previews.</summary>
public sealed class HandInPreviews(FinalAccountsDb db, UnitData data, UnitChecks checks, UnitTemplates templates, AccountsFinder finder)
{
    /// <summary>Of a hand-in that waits; null when it was not understood.</summary>
    /// <param name="keep">Corrections to be kept, by the last of their cell; null for those that hold by themselves.</param>
    public async Task<HandInPreview?> OfAsync(Unit unit, DataImport import, IReadOnlySet<long>? keep, CancellationToken cancellation)
    {
        if (await SetAsync(unit, import, cancellation) is not { } set)
        {
            return null;
        }

        var fates = await FatesAsync(import, set, cancellation);
        var kept = fates.Where(fate => keep?.Contains(fate.Last.Id) ?? fate.KeptByItself).Select(Over).ToList();
        if ((await finder.WithAsync(import, kept, set, cancellation)).Value is not { } made)
        {
            return null;
        }

        var view = new DataView(set, made.Accounts, made.Findings, new DataStamp(import.Id, 0, 0, set.Set.Key, "", ""));
        var findings = UnitChecks.Check(view, cancellation);
        var current = (await data.FindAsync(unit, import.Year, cancellation))?.Value;
        return new HandInPreview(
            set, made.Accounts, findings,
            current is null ? null : FindingsChange.Between(await checks.OfAsync(unit, import.Year, current, cancellation), findings),
            current is null ? null : AccountsDifference.Of(current.Accounts, made.Accounts, cancellation), fates);
    }

    /// <summary>What becomes of the corrections in force; none when there are none or the hand-in was not understood.</summary>
    public async Task<IReadOnlyList<CorrectionFate>> FatesAsync(Unit unit, DataImport import, CancellationToken cancellation) =>
        await SetAsync(unit, import, cancellation) is { } set ? await FatesAsync(import, set, cancellation) : [];

    private async Task<CompiledSet?> SetAsync(Unit unit, DataImport import, CancellationToken cancellation)
    {
        return import.AccountsSha256 is { } key
            ? (await templates.LoadAsync(unit, import.Year, await finder.StatedSetAsync(key, cancellation), cancellation)).Set
            : null;
    }

    private async Task<IReadOnlyList<CorrectionFate>> FatesAsync(DataImport import, CompiledSet set, CancellationToken cancellation)
    {
        var inForce = await db.Corrections.AsNoTracking()
            .Where(correction => correction.UnitId == import.UnitId && correction.Year == import.Year && correction.UndoneAt == null)
            .OrderBy(correction => correction.Id).ToListAsync(cancellation);
        if (inForce.Count == 0 || (await finder.WithAsync(import, [], set, cancellation)).Value is not { } bare)
        {
            return [];
        }

        var file = new DataView(set, bare.Accounts, [], new DataStamp(import.Id, 0, 0, set.Set.Key, "", ""));
        return [.. inForce.GroupBy(correction => (correction.Sheet, correction.Row, correction.Column, correction.IsFact)).Select(chain => FateOf([.. chain], file))];
    }

    private static CorrectionFate FateOf(List<Correction> chain, DataView file)
    {
        var last = chain[^1];
        List<long> ids = [.. chain.Select(correction => correction.Id)];
        if (CorrectionTarget.Find(file, last.Sheet, last.Row, last.Column, last.IsFact) is not { } target)
        {
            return new CorrectionFate(last, ids, FateKind.Homeless, null);
        }

        var kind = CorrectionValue.AreSame(target.Current, last.NewValue) ? FateKind.Repeats
            : chain.Exists(correction => CorrectionValue.AreSame(target.Current, correction.OldValue)) ? FateKind.Holds
            : FateKind.Contradicts;
        return new CorrectionFate(last, ids, kind, target.Current);
    }

    // Straight from what the file has to what was meant.
    private static CellCorrection Over(CorrectionFate fate) => new(
        fate.Last.Sheet, fate.Last.Row, fate.Last.Column, fate.Last.IsFact, fate.InFile, fate.Last.NewValue, fate.Last.By, fate.Last.Reason);
}
