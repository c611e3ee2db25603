using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.Corrections;
using FinalAccounts.Import.Json;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.InForce;

/// <summary>The data that counts: a unit's latest accepted import of a year with the corrections in force over it.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Accounts">As corrected.</param>
/// <param name="Json">The same as canonical JSON.</param>
/// <param name="Findings">Of import and corrections; those that a correction settled are gone.</param>
public sealed record AccountsInForce(long ImportId, DepartmentAccounts Accounts, byte[] Json, IReadOnlyList<Finding> Findings)
{
    /// <summary>SHA-256 of <see cref="Json"/>.</summary>
    public string Sha256 { get; } = Artifacts.KeyOf(Json);
}

/// <summary>An accepted import as stored, before a template set reads it.</summary>
/// <param name="AccountsSha256">The artifact that holds its canonical JSON.</param>
/// <param name="Findings">As JSON.</param>
internal sealed record StoredImport(long Id, string AccountsSha256, string Findings);

/// <summary>Finds the data that counts.</summary>
public sealed class AccountsFinder(FinalAccountsDb db, Artifacts artifacts, KeptAccounts kept)
{
    private const string MissingValue = "IMP-52", Data = "数据";

    // What the canonical form shows as well: a correction can settle these, and make new ones.
    private static readonly string[] ValueRules = ["IMP-41", "IMP-53", "IMP-54", "IMP-55"];

    /// <summary>The data of this unit and year; no value with findings when it does not fit the set; null when nothing was accepted.</summary>
    public async Task<Result<AccountsInForce>?> FindAsync(long unitId, int year, CompiledSet set, CancellationToken cancellation) =>
        await FindImportAsync(unitId, year, cancellation) is { } import
            ? await KeptAsync(import, unitId, year, set, cancellation)
            : null;

    /// <summary>The latest accepted import; null when nothing was accepted.</summary>
    internal async Task<StoredImport?> FindImportAsync(long unitId, int year, CancellationToken cancellation)
    {
        var import = await db.Imports
            .Where(import => import.UnitId == unitId && import.Year == year && import.State == ImportState.Accepted && import.AccountsSha256 != null)
            .OrderByDescending(import => import.Number)
            .Select(import => new { import.Id, import.AccountsSha256, import.Findings })
            .FirstOrDefaultAsync(cancellation);
        return import is null ? null : new StoredImport(import.Id, import.AccountsSha256!, import.Findings);
    }

    /// <summary>The template set that stored accounts name themselves; null for none.</summary>
    internal async Task<string?> StatedSetAsync(string sha256, CancellationToken cancellation) => await kept.StatedSetOfAsync(
        sha256, async () => StatedSet.Of(new ImportRequest { Json = new ImportFile(Data, await artifacts.ReadAsync(sha256, cancellation)) }, cancellation).Set);

    /// <summary>The import with the corrections in force over it.</summary>
    /// <param name="tried">A correction that is not made yet.</param>
    internal async Task<Result<AccountsInForce>> CorrectAsync(
        StoredImport import, long unitId, int year, CompiledSet set, CancellationToken cancellation, CellCorrection? tried = null)
    {
        var corrections = (await CorrectionsAsync(unitId, year, cancellation)).ConvertAll(pair => pair.Correction);
        if (tried is not null)
        {
            corrections.Add(tried);
        }

        return await CorrectAsync(import, year, corrections, set, cancellation);
    }

    /// <summary>The same for people who look: read once for all of them (<see cref="KeptAccounts"/>).</summary>
    internal async Task<Result<AccountsInForce>> KeptAsync(StoredImport import, long unitId, int year, CompiledSet set, CancellationToken cancellation)
    {
        var corrections = await CorrectionsAsync(unitId, year, cancellation);

        // A correction never changes; the name of who made it may.
        var made = string.Join('\n', corrections.Select(pair => $"{pair.Id} {pair.Correction.By}"));
        return await kept.OfAsync(
            (import.Id, year, set, made), () => CorrectAsync(import, year, corrections.ConvertAll(pair => pair.Correction), set, cancellation), cancellation);
    }

    private async Task<Result<AccountsInForce>> CorrectAsync(StoredImport import, int year, List<CellCorrection> corrections, CompiledSet set, CancellationToken cancellation)
    {
        var json = await artifacts.ReadAsync(import.AccountsSha256, cancellation);
        return Corrected(import.Id, json, OfImport(import.Findings), Read(json, year, set.Set, cancellation), corrections, set.Set, cancellation);
    }

    private async Task<List<(long Id, CellCorrection Correction)>> CorrectionsAsync(long unitId, int year, CancellationToken cancellation) =>
        (await db.Corrections
            .Where(correction => correction.UnitId == unitId && correction.Year == year && correction.UndoneAt == null)
            .OrderBy(correction => correction.Id)
            .Select(correction => new
            {
                correction.Id,
                Correction = new CellCorrection(
                    correction.Sheet, correction.Row, correction.Column, correction.IsFact, correction.OldValue, correction.NewValue,
                    db.Users.Where(person => person.UserName == correction.By && person.DisplayName != "").Select(person => person.DisplayName).FirstOrDefault() ?? correction.By, correction.Reason),
            })
            .ToListAsync(cancellation)).ConvertAll(pair => (pair.Id, pair.Correction));

    /// <summary>An import that may not be in force, with these corrections over it.</summary>
    internal async Task<Result<AccountsInForce>> WithAsync(DataImport import, IReadOnlyList<CellCorrection> corrections, CompiledSet set, CancellationToken cancellation)
    {
        var json = await artifacts.ReadAsync(import.AccountsSha256!, cancellation);
        return Corrected(import.Id, json, OfImport(import.Findings), Read(json, import.Year, set.Set, cancellation), [.. corrections], set.Set, cancellation);
    }

    // The rules are checked again; what the import said is known only from then.
    private static IReadOnlyList<Finding> OfImport(string findings) => [.. FindingsJson.Read(findings).Where(finding => finding.Rule.StartsWith("IMP-", StringComparison.Ordinal))];

    private static Result<AccountsInForce> Corrected(
        long import, byte[] json, IReadOnlyList<Finding> said, Result<DepartmentAccounts> read, List<CellCorrection> corrections, TemplateSet set, CancellationToken cancellation)
    {
        if (read.Value is not { } accounts)
        {
            return new Result<AccountsInForce>(null, read.Findings);
        }

        if (corrections.Count == 0)
        {
            return new Result<AccountsInForce>(new AccountsInForce(import, accounts, json, said), []);
        }

        var corrected = CorrectionOverlay.Apply(accounts, corrections, set);
        var written = AccountsJson.Write(corrected.Accounts);
        var again = Read(written, accounts.FiscalYear, set, cancellation);
        var settled = corrected.Replaced.Select(place => place.ToString()).ToHashSet();
        List<Finding> findings =
        [
            .. said.Where(finding => finding.Rule != MissingValue && !(ValueRules.Contains(finding.Rule) && finding.Places is [var place, ..] && settled.Contains(place.ToString()))),
            .. again.Findings.Where(finding => finding.Rule == MissingValue || finding.Places.Any(place => place.File.EndsWith(CorrectionOverlay.Mark, StringComparison.Ordinal))),
            .. corrected.Findings,
        ];
        return new Result<AccountsInForce>(new AccountsInForce(import, corrected.Accounts, written, findings), []);
    }

    /// <summary>Canonical JSON, as the set has tables for it.</summary>
    internal static Result<DepartmentAccounts> Read(byte[] json, int year, TemplateSet set, CancellationToken cancellation) =>
        Importer.Import(new ImportRequest { Json = new ImportFile(Data, json), FiscalYear = year }, set, cancellation);
}
