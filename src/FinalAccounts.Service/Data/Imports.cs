using FinalAccounts.Accounts;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Reading;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Data;

/// <summary>Hand-ins of data: read and checked at once, stored whole or not at all, in force only after somebody has accepted them.</summary>
public sealed class Imports(
    FinalAccountsDb db, Artifacts artifacts, UnitTemplates templates, CorrectionDesk corrections, HandInPreviews previews, FileReaders readers, TimeProvider time)
{
    /// <summary>Somebody is about to hand something in: the process that reads it starts already.</summary>
    public void Expect() => _ = Task.Run(readers.Warm);

    /// <summary>All hand-ins of a unit and year, newest first, without their findings.</summary>
    public IQueryable<ImportAnswer> List(long unitId, int year) => db.Imports
        .Where(import => import.UnitId == unitId && import.Year == year)
        .OrderByDescending(import => import.Number).Select(ImportAnswer.InList);

    public Task<DataImport?> FindAsync(long unitId, int year, int number, CancellationToken cancellation) =>
        db.Imports.Include(import => import.Files).AsNoTracking()
            .SingleOrDefaultAsync(import => import.UnitId == unitId && import.Year == year && import.Number == number, cancellation);

    /// <summary>The data in force; null when nothing was accepted.</summary>
    public Task<DataImport?> InForceAsync(long unitId, int year, CancellationToken cancellation) =>
        db.Imports.Include(import => import.Files).AsNoTracking()
            .Where(import => import.UnitId == unitId && import.Year == year && import.State == ImportState.Accepted)
            .OrderByDescending(import => import.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>Reads and checks what was handed in and stores it; it waits to be accepted, or is rejected at once when it cannot be understood.</summary>
    public async Task<DataImport> HandInAsync(Unit unit, int year, HandIn given, ImportSource source, string by, CancellationToken cancellation)
    {
        var files = await CompleteAsync(unit, year, given, cancellation);
        var (accounts, findings) = await ReadAsync(unit, year, files, cancellation);
        while (true)
        {
            try
            {
                return await StoreAsync(unit, year, files, accounts, findings, source, by, cancellation);
            }
            catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
            {
                // Somebody else took the number at the same moment; the next one is free.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Puts a waiting import into force with the corrections that still hold; the others are undone, and said. A message when it cannot be.</summary>
    public Task<string?> AcceptAsync(Unit unit, DataImport import, string by, CancellationToken cancellation) => AcceptAsync(unit, import, null, by, cancellation);

    /// <summary>The same with a choice.</summary>
    /// <param name="keep">The corrections to be kept, by the last of their cell; those of another value in the file are made anew over it. Null for those that hold by themselves.</param>
    public async Task<string?> AcceptAsync(Unit unit, DataImport import, IReadOnlySet<long>? keep, string by, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        if (await db.Imports.AnyAsync(
            other => other.UnitId == unit.Id && other.Year == import.Year && other.State == ImportState.Accepted && other.Number > import.Number, cancellation))
        {
            return "已经采用了更新的数据。要用这一次的，请把文件重新提交。";
        }

        var taken = await db.Imports.Where(other => other.Id == import.Id && other.State == ImportState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.State, ImportState.Accepted), cancellation);
        if (taken == 0)
        {
            return "这次提交已经处理过了。";
        }

        var fates = await previews.FatesAsync(unit, import, cancellation);
        var dropped = fates.Where(fate => !(keep?.Contains(fate.Last.Id) ?? fate.KeptByItself)).ToList();
        var renewed = fates.Where(fate => fate.Kind == FateKind.Contradicts && !dropped.Contains(fate)).ToList();
        await corrections.UndoAllAsync(unit, [.. dropped.Concat(renewed).SelectMany(fate => fate.Ids)], by, cancellation);
        db.Corrections.AddRange(renewed.Select(fate => new Correction
        {
            UnitId = unit.Id, Year = import.Year, Sheet = fate.Last.Sheet, Row = fate.Last.Row, Column = fate.Last.Column, IsFact = fate.Last.IsFact,
            OldValue = fate.InFile, NewValue = fate.Last.NewValue, Reason = fate.Last.Reason, By = by, At = time.GetUtcNow(),
        }));
        db.Record(time.GetUtcNow(), by, "import.accepted", $"{unit.Code} {import.Year} 第{import.Number}次", dropped.Count == 0 ? null : $"{dropped.Count} 条更正随之作废");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Turns a waiting import down; a message when it is not waiting.</summary>
    public async Task<string?> RejectAsync(Unit unit, DataImport import, string by, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        var turned = await db.Imports.Where(other => other.Id == import.Id && other.State == ImportState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.State, ImportState.Rejected), cancellation);
        if (turned == 0)
        {
            return "这次提交已经处理过了。";
        }

        db.Record(time.GetUtcNow(), by, "import.rejected", $"{unit.Code} {import.Year} 第{import.Number}次");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>The accounts of an import as they were read, without corrections; null when it was not understood.</summary>
    public async Task<DepartmentAccounts?> AccountsAsync(Unit unit, DataImport import, CancellationToken cancellation)
    {
        if (import.AccountsSha256 is not { } key)
        {
            return null;
        }

        var request = new ImportRequest { Json = new ImportFile("数据", await artifacts.ReadAsync(key, cancellation)), FiscalYear = import.Year };
        return (await templates.LoadAsync(unit, import.Year, request, cancellation)).Set is { } set
            ? Importer.Import(request, set.Set, cancellation).Value
            : null;
    }

    // What is not handed in stays as it was; a workbook never lies over canonical JSON, which is whole.
    private async Task<List<(ImportedFileKind Kind, ImportFile File)>> CompleteAsync(Unit unit, int year, HandIn given, CancellationToken cancellation)
    {
        if (given.Json is { } json)
        {
            return [(ImportedFileKind.Json, json)];
        }

        var files = new List<(ImportedFileKind Kind, ImportFile File)>();
        var former = await InForceAsync(unit.Id, year, cancellation);
        foreach (var (kind, file) in new[] { (ImportedFileKind.Tables, given.Tables), (ImportedFileKind.Facts, given.Facts), (ImportedFileKind.PriorTables, given.PriorTables) })
        {
            if (file is not null)
            {
                files.Add((kind, file));
            }
            else if (former?.Files.Find(kept => kept.Kind == kind) is { } kept)
            {
                files.Add((kind, new ImportFile(kept.Name, await artifacts.ReadAsync(kept.Sha256, cancellation))));
            }
        }

        return files;
    }

    private async Task<(DepartmentAccounts? Accounts, IReadOnlyList<Finding> Findings)> ReadAsync(
        Unit unit, int year, List<(ImportedFileKind Kind, ImportFile File)> files, CancellationToken cancellation)
    {
        ImportFile? Of(ImportedFileKind kind) => files.Find(pair => pair.Kind == kind).File;
        var given = new ImportRequest
        {
            Tables = Of(ImportedFileKind.Tables),
            Facts = Of(ImportedFileKind.Facts),
            PriorTables = Of(ImportedFileKind.PriorTables),
            Json = Of(ImportedFileKind.Json),
            UnitName = unit.Name,
            FiscalYear = year,
        };
        var request = await readers.ReadAsync(given, cancellation);
        var loaded = await templates.LoadAsync(unit, year, request, cancellation);
        if (loaded.Set is not { } set)
        {
            return (null, loaded.Findings);
        }

        var imported = Importer.Import(request, set.Set, cancellation);
        return imported.Value is { } accounts
            ? (accounts, Pipeline.Run(accounts, imported.Findings, set, null, cancellation).Findings)
            : (null, imported.Findings);
    }

    private async Task<DataImport> StoreAsync(
        Unit unit, int year, List<(ImportedFileKind Kind, ImportFile File)> files, DepartmentAccounts? accounts, IReadOnlyList<Finding> findings,
        ImportSource source, string by, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        var last = await db.Imports.Where(other => other.UnitId == unit.Id && other.Year == year).MaxAsync(other => (int?)other.Number, cancellation) ?? 0;
        var import = new DataImport
        {
            UnitId = unit.Id,
            Year = year,
            Number = last + 1,
            State = accounts is null ? ImportState.Rejected : ImportState.Pending,
            Source = source,
            AccountsSha256 = accounts is null ? null : await artifacts.PutAsync(AccountsJson.Write(accounts), cancellation),
            ApprovedOn = accounts?.Facts.Field(KnownFacts.Basics, KnownFacts.ApprovedOn)?.Day,
            Findings = FindingsJson.Write(findings),
            Errors = findings.Count(finding => finding.Severity >= Severity.Error),
            By = by,
            At = time.GetUtcNow(),
        };
        // What is over the size limit was refused unread; it is not kept either.
        foreach (var (kind, file) in files.Where(pair => pair.File.Content.Length <= ImportLimits.FileBytes))
        {
            import.Files.Add(new ImportedFile { Kind = kind, Name = file.Name, Sha256 = await artifacts.PutAsync(file.Content.ToArray(), cancellation) });
        }

        db.Imports.Add(import);
        db.Record(import.At, by, "import.uploaded", $"{unit.Code} {year} 第{import.Number}次", string.Join("、", files.Select(pair => pair.File.Name)));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return import;
    }
}
