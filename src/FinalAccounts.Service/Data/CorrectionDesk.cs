using FinalAccounts.Import.Corrections;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Data;

/// <summary>Corrections: made with a reason, laid over the import in force, undone, never deleted.</summary>
public sealed class CorrectionDesk(FinalAccountsDb db, UnitData data, UnitChecks checks, TimeProvider time)
{
    internal const string NoReason = "请写明更正的理由。", Same = "新的内容与现在的一样，不需要更正。";

    /// <summary>All of a unit and year, newest first, undone ones too.</summary>
    public IQueryable<Correction> List(long unitId, int year) =>
        db.Corrections.AsNoTracking().Where(correction => correction.UnitId == unitId && correction.Year == year).OrderByDescending(correction => correction.Id);

    /// <summary>The data in force, corrected; null when there is none or it does not fit its template set any more.</summary>
    public async Task<DataView?> ViewAsync(Unit unit, int year, CancellationToken cancellation) => (await data.FindAsync(unit, year, cancellation))?.Value;

    /// <summary>Corrects a cell or fact. Nothing is saved when the target or the value is not possible, or while there is something to ask.</summary>
    public async Task<CorrectionOutcome> CorrectAsync(Unit unit, int year, CorrectionEntry entry, string by, CancellationToken cancellation)
    {
        if (await ViewAsync(unit, year, cancellation) is not { } view)
        {
            return CorrectionOutcome.Refused("还没有采用任何数据，没有可以更正的内容。");
        }

        if (CorrectionTarget.Find(view, entry.Sheet, entry.Row, entry.Column, entry.IsFact) is not { } target)
        {
            return CorrectionOutcome.Refused($"数据里没有 {entry.Sheet}［{entry.Row}，{entry.Column}］。");
        }

        if (entry.Seen is { } seen && seen != (target.Current ?? ""))
        {
            return CorrectionOutcome.Refused(await ToldAsync(unit, year, entry, target, cancellation));
        }

        var (value, problems) = target.Parse(entry.Value, entry.Unit);
        if (string.IsNullOrWhiteSpace(entry.Reason))
        {
            problems = [.. problems, NoReason];
        }
        else if (problems.Count == 0 && CorrectionValue.AreSame(value, target.Current))
        {
            problems = [Same];
        }

        if (problems.Count > 0)
        {
            return new CorrectionOutcome(null, problems, [], null, null);
        }

        var made = new Correction
        {
            UnitId = unit.Id, Year = year, Sheet = entry.Sheet, Row = entry.Row, Column = entry.Column, IsFact = entry.IsFact,
            OldValue = target.Current, NewValue = value, Reason = entry.Reason!.Trim(), By = by, At = time.GetUtcNow(),
        };
        var before = await checks.OfAsync(unit, year, view, cancellation);
        var tried = new CellCorrection(made.Sheet, made.Row, made.Column, made.IsFact, made.OldValue, made.NewValue, made.By, made.Reason);
        var after = (await data.FindAsync(unit, year, cancellation, tried))?.Value ?? view;
        var findings = UnitChecks.Check(after, cancellation);
        var effect = FindingsChange.Between(before, findings);
        if (entry.Asks && entry.Confirmed != (value ?? "") && CorrectionDoubts.Of(target, value, effect, view.Set.Set) is { Count: > 0 } doubts)
        {
            return new CorrectionOutcome(null, [], doubts, value, effect);
        }

        // Two at the same moment: the unit's row lets one after the other, and the second finds what the first did.
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        await db.Units.Where(row => row.Id == unit.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Active, row => row.Active), cancellation);
        if (await OfCell(unit.Id, year, entry).AnyAsync(other => other.Id > view.Stamp.LastCorrection, cancellation))
        {
            return CorrectionOutcome.Refused(await ToldAsync(unit, year, entry, target, cancellation));
        }

        db.Corrections.Add(made);
        db.Record(made.At, by, "correction.made", $"{unit.Code} {year} {target.Name}", $"{target.Print(made.OldValue)} → {target.Print(made.NewValue)}；理由：{made.Reason}");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await checks.KeepAsync(unit.Id, year, after.Stamp with { LastCorrection = made.Id }, findings, cancellation);
        return new CorrectionOutcome(made, [], [], value, effect);
    }

    private IQueryable<Correction> OfCell(long unitId, int year, CorrectionEntry entry) => db.Corrections.Where(other =>
        other.UnitId == unitId && other.Year == year && other.Sheet == entry.Sheet && other.Row == entry.Row && other.Column == entry.Column && other.IsFact == entry.IsFact);

    // Who was first, and what stands there now.
    private async Task<string> ToldAsync(Unit unit, int year, CorrectionEntry entry, CorrectionTarget target, CancellationToken cancellation)
    {
        var last = await OfCell(unit.Id, year, entry).AsNoTracking().OrderByDescending(other => other.Id).FirstOrDefaultAsync(cancellation);
        var names = await PersonNames.FindAsync(db, [last?.By, last?.UndoneBy], cancellation);
        var who = last is null ? "采用了新的数据"
            : last.UndoneAt is { } undone ? $"{names.Of(last.UndoneBy!)} {ShanghaiTime.Of(undone)} 撤销了更正"
            : $"{names.Of(last.By)} {ShanghaiTime.Of(last.At)} 更正成 {target.Print(last.NewValue)}（理由：{last.Reason}）";
        return $"您填写期间，这一格已经变了：{who}。您填的还在这里，没有保存；请核对后再更正。";
    }

    /// <summary>Undoes a correction; false when it is none of this unit and year, or undone already.</summary>
    public async Task<bool> UndoAsync(Unit unit, int year, long id, string by, CancellationToken cancellation)
    {
        if (!await db.Corrections.AnyAsync(correction => correction.Id == id && correction.UnitId == unit.Id && correction.Year == year && correction.UndoneAt == null, cancellation))
        {
            return false;
        }

        await UndoAllAsync(unit, [id], by, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Marks corrections as undone; the caller saves.</summary>
    internal async Task UndoAllAsync(Unit unit, IReadOnlyCollection<long> ids, string by, CancellationToken cancellation)
    {
        foreach (var correction in await db.Corrections.Where(correction => ids.Contains(correction.Id)).ToListAsync(cancellation))
        {
            (correction.UndoneBy, correction.UndoneAt) = (by, time.GetUtcNow());
            db.Record(time.GetUtcNow(), by, "correction.undone", $"{unit.Code} {correction.Year} {correction.Sheet}［{correction.Row}，{correction.Column}］");
        }
    }
}
