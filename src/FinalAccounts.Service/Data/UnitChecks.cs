using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Data;

/// <summary>The findings of a unit's data as they are now: made again as soon as the data, a correction or the template set is another, kept until then.</summary>
public sealed class UnitChecks(FinalAccountsDb db, UnitData data, TimeProvider time)
{
    /// <summary>All findings, of import, corrections, rules and text; null when nothing was accepted.</summary>
    public async Task<IReadOnlyList<Finding>?> OfAsync(Unit unit, int year, CancellationToken cancellation) =>
        await data.FindAsync(unit, year, cancellation) is not { } found ? null
        : found.Value is { } view ? await OfAsync(unit, year, view, cancellation)
        : found.Findings;

    /// <summary>The same for data that were read already.</summary>
    public async Task<IReadOnlyList<Finding>> OfAsync(Unit unit, int year, DataView view, CancellationToken cancellation)
    {
        var known = await db.Checks.AsNoTracking().SingleOrDefaultAsync(known => known.UnitId == unit.Id && known.Year == year, cancellation);
        if (known is not null && StampOf(known) == view.Stamp && known.Program == InputGatherer.Program)
        {
            return FindingsJson.Read(known.Findings);
        }

        var findings = Check(view, cancellation);
        await KeepAsync(unit.Id, year, view.Stamp, findings, cancellation);
        return findings;
    }

    /// <summary>Checks data without keeping what is found: those of a correction that is only tried.</summary>
    public static IReadOnlyList<Finding> Check(DataView view, CancellationToken cancellation) =>
        Pipeline.Run(view.Accounts, view.Findings, view.Set, null, cancellation).Findings;

    private static DataStamp StampOf(CheckedData known) =>
        new(known.ImportId, known.LastCorrection, known.Undone, known.TemplateSet, known.TemplateSetHash, known.AccountsSha256);

    /// <summary>Keeps what was found in the data of this stamp.</summary>
    internal async Task KeepAsync(long unitId, int year, DataStamp stamp, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var (json, errors, now) = (FindingsJson.Write(findings), findings.Count(finding => finding.Severity >= Severity.Error), time.GetUtcNow());
        var kept = await db.Checks.Where(known => known.UnitId == unitId && known.Year == year).ExecuteUpdateAsync(
            set => set.SetProperty(known => known.ImportId, stamp.ImportId).SetProperty(known => known.LastCorrection, stamp.LastCorrection).SetProperty(known => known.Undone, stamp.Undone)
                .SetProperty(known => known.TemplateSet, stamp.TemplateSet).SetProperty(known => known.TemplateSetHash, stamp.TemplateSetHash).SetProperty(known => known.Program, InputGatherer.Program)
                .SetProperty(known => known.AccountsSha256, stamp.AccountsSha256).SetProperty(known => known.Findings, json).SetProperty(known => known.Errors, errors).SetProperty(known => known.At, now),
            cancellation);
        if (kept > 0)
        {
            return;
        }

        var row = db.Checks.Add(new CheckedData
        {
            UnitId = unitId, Year = year, ImportId = stamp.ImportId, LastCorrection = stamp.LastCorrection, Undone = stamp.Undone,
            TemplateSet = stamp.TemplateSet, TemplateSetHash = stamp.TemplateSetHash, Program = InputGatherer.Program,
            AccountsSha256 = stamp.AccountsSha256, Findings = json, Errors = errors, At = now,
        });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Somebody else has looked at the same moment and kept the same.
        }

        row.State = EntityState.Detached;
    }
}
