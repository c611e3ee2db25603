using FinalAccounts.Accounts;
using FinalAccounts.Import;
using FinalAccounts.Import.Corrections;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Data;

/// <summary>Corrections: made with a reason, laid over the import in force, undone, never deleted.</summary>
public sealed class CorrectionDesk(FinalAccountsDb db, Artifacts artifacts, UnitTemplates templates, AccountsFinder finder, TimeProvider time)
{
    /// <summary>All of a unit and year, newest first, undone ones too.</summary>
    public IQueryable<Correction> List(long unitId, int year) =>
        db.Corrections.AsNoTracking().Where(correction => correction.UnitId == unitId && correction.Year == year).OrderByDescending(correction => correction.Id);

    /// <summary>The data in force, corrected; null when there is none or it does not fit its template set any more.</summary>
    public async Task<DataView?> ViewAsync(Unit unit, int year, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (await finder.FindImportAsync(unit.Id, year, cancellation) is not { } import)
        {
            return null;
        }

        var request = new ImportRequest { Json = new ImportFile("数据", import.Json) };
        if ((await templates.LoadAsync(unit, year, request, cancellation)).Set is not { } set
            || (await finder.CorrectAsync(import, unit.Id, year, set, cancellation)).Value is not { } data)
        {
            return null;
        }

        return new DataView(set, data.Accounts, data.Findings);
    }

    /// <summary>Corrects a cell or fact. Problems when the target or the new value is not possible; nothing is saved then.</summary>
    public async Task<(Correction? Correction, IReadOnlyList<string> Problems)> CorrectAsync(
        Unit unit, int year, CorrectionEntry entry, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(entry);
        if (await ViewAsync(unit, year, cancellation) is not { } data)
        {
            return (null, ["还没有采用任何数据，没有可以更正的内容。"]);
        }

        if (CorrectionTarget.Find(data, entry.Sheet, entry.Row, entry.Column, entry.IsFact) is not { } target)
        {
            return (null, [$"数据里没有 {entry.Sheet}［{entry.Row}，{entry.Column}］。"]);
        }

        var (value, problems) = target.Parse(entry.Value, entry.Unit);
        if (string.IsNullOrWhiteSpace(entry.Reason))
        {
            problems = [.. problems, "请写明更正的理由。"];
        }
        else if (problems.Count == 0 && CorrectionValue.AreSame(value, target.Current))
        {
            problems = ["新的内容与现在的一样，不需要更正。"];
        }

        if (problems.Count > 0)
        {
            return (null, problems);
        }

        var correction = new Correction
        {
            UnitId = unit.Id, Year = year, Sheet = entry.Sheet, Row = entry.Row, Column = entry.Column, IsFact = entry.IsFact,
            OldValue = target.Current, NewValue = value, Reason = entry.Reason!.Trim(), By = by, At = time.GetUtcNow(),
        };
        db.Corrections.Add(correction);
        db.Record(correction.At, by, "correction.made", $"{unit.Code} {year} {target.Name}", $"{correction.OldValue ?? "空白"} → {correction.NewValue ?? "空白"}；理由：{correction.Reason}");
        await db.SaveChangesAsync(cancellation);
        return (correction, []);
    }

    /// <summary>Undoes a correction; false when it is none of this unit and year, or undone already.</summary>
    public async Task<bool> UndoAsync(Unit unit, int year, long id, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (!await db.Corrections.AnyAsync(correction => correction.Id == id && correction.UnitId == unit.Id && correction.Year == year && correction.UndoneAt == null, cancellation))
        {
            return false;
        }

        await UndoAllAsync(unit, [id], by, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The corrections in force that would not apply to this import: it holds their value already, or another than the one that was corrected.</summary>
    public async Task<IReadOnlyList<Correction>> ObsoleteAsync(Unit unit, DataImport import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var inForce = await db.Corrections.AsNoTracking()
            .Where(correction => correction.UnitId == unit.Id && correction.Year == import.Year && correction.UndoneAt == null)
            .OrderBy(correction => correction.Id).ToListAsync(cancellation);
        if (inForce.Count == 0 || import.AccountsSha256 is not { } key)
        {
            return [];
        }

        var request = new ImportRequest { Json = new ImportFile("数据", await artifacts.ReadAsync(key, cancellation)), FiscalYear = import.Year };
        if ((await templates.LoadAsync(unit, import.Year, request, cancellation)).Set is not { } set)
        {
            return [];
        }

        var accounts = Importer.Import(request, set.Set, cancellation).Value;
        var obsolete = new List<Correction>();
        foreach (var correction in accounts is null ? [] : inForce)
        {
            var applied = CorrectionOverlay.Apply(
                accounts!,
                [new CellCorrection(correction.Sheet, correction.Row, correction.Column, correction.IsFact, correction.OldValue, correction.NewValue, correction.By, correction.Reason)],
                set.Set);
            accounts = applied.Accounts;
            if (applied.Findings.Count > 0)
            {
                obsolete.Add(correction);
            }
        }

        return obsolete;
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

/// <summary>The data in force with the set they are read by.</summary>
public sealed record DataView(Formulas.CompiledSet Set, DepartmentAccounts Accounts, IReadOnlyList<Finding> Findings);

/// <summary>A correction as somebody enters it.</summary>
public sealed record CorrectionEntry
{
    /// <summary>表01, or a fact sheet's name.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>Row key; the record's number from 1; empty for a fields sheet.</summary>
    public string Row { get; init; } = "";

    /// <summary>Column key or field name.</summary>
    public string Column { get; init; } = "";

    /// <summary>Whether it is a fact.</summary>
    public bool IsFact { get; init; }

    /// <summary>The new value as typed; empty for blank.</summary>
    public string? Value { get; init; }

    /// <summary>元 or 万元, for cells of tables; facts have their field's unit.</summary>
    public MoneyUnit Unit { get; init; } = MoneyUnit.Yuan;

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
