using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Generation;

/// <summary>The store stage: edition, files, artifacts, and the end of the run, all in one transaction or not at all.</summary>
internal sealed class EditionWriter(FinalAccountsDb db, Artifacts artifacts, Claims claims, TimeProvider time)
{
    private const int MostTries = 10;

    /// <summary>Ends the run with the edition that these inputs made before; false when there is none yet.</summary>
    public async Task<bool> EndWithExistingAsync(Claim claim, Inputs inputs, string timings, CancellationToken cancellation) =>
        await SameInputsAsync(claim, inputs, cancellation) is { } existing
        && await EndAsync(claim, existing, timings, cancellation);

    /// <summary>Stores; false when the claim was lost and nothing was stored. Who loses a race for the same inputs ends with the winner's edition.</summary>
    public async Task<bool> WriteAsync(Claim claim, Inputs inputs, MadeDisclosure made, string timings, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryWriteAsync(claim, inputs, made, timings, cancellation);
            }
            catch (DbUpdateException exception) when (UniqueViolation.Is(exception) && attempt < MostTries)
            {
                // Another run of this unit took the number, or made the same edition; the next look will tell.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<bool> TryWriteAsync(Claim claim, Inputs inputs, MadeDisclosure made, string timings, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        var edition = await SameInputsAsync(claim, inputs, cancellation)
            ?? await AddAsync(claim, inputs, made, cancellation);
        if (!await EndAsync(claim, edition, timings, cancellation))
        {
            return false;
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task<long?> SameInputsAsync(Claim claim, Inputs inputs, CancellationToken cancellation) =>
        await db.Editions
            .Where(edition => edition.UnitId == claim.UnitId && edition.Year == claim.Year && edition.InputsHash == inputs.Hash)
            .Select(edition => (long?)edition.Id)
            .SingleOrDefaultAsync(cancellation);

    private async Task<bool> EndAsync(Claim claim, long edition, string timings, CancellationToken cancellation) =>
        await claims.Held(claim).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, RunState.Done)
                .SetProperty(run => run.Stage, Stage.Store)
                .SetProperty(run => run.EndedAt, time.GetUtcNow())
                .SetProperty(run => run.ClaimedUntil, (DateTimeOffset?)null)
                .SetProperty(run => run.EditionId, edition)
                .SetProperty(run => run.Timings, timings),
            cancellation) == 1;

    private async Task<long> AddAsync(Claim claim, Inputs inputs, MadeDisclosure made, CancellationToken cancellation)
    {
        // In one order for all workers: two that store the same bytes wait for each other instead of deadlocking.
        foreach (var bytes in made.Files.Select(file => file.Bytes).Append(inputs.Data.Json).Append(inputs.Templates.Files).Append(made.Text)
                     .OrderBy(bytes => Artifacts.KeyOf(bytes), StringComparer.Ordinal))
        {
            await artifacts.PutAsync(bytes, cancellation);
        }

        var now = time.GetUtcNow();
        var last = await db.Editions.Where(other => other.UnitId == claim.UnitId && other.Year == claim.Year)
            .MaxAsync(other => (int?)other.Number, cancellation) ?? 0;
        var edition = new Edition
        {
            UnitId = claim.UnitId, Year = claim.Year, Number = last + 1, State = EditionState.Draft,
            InputsHash = inputs.Hash, ImportId = inputs.Data.ImportId,
            TemplateSet = inputs.TemplateSet, TemplateSetHash = inputs.Templates.Hash,
            AccountsSha256 = inputs.Data.Sha256,
            TemplatesSha256 = Artifacts.KeyOf(inputs.Templates.Files),
            TextSha256 = Artifacts.KeyOf(made.Text),
            Program = InputGatherer.Program,
            Findings = FindingsJson.Write(made.Findings),
            Errors = made.Findings.Count(finding => finding.Severity >= Severity.Error),
            Warnings = string.Join('\n', made.Warnings),
            At = now, By = claim.By,
            Files = [.. made.Files.Select(file => new EditionFile
            {
                Format = file.Format, Draft = made.Draft, Name = file.Name, Sha256 = Artifacts.KeyOf(file.Bytes), Size = file.Bytes.LongLength, Pages = file.Pages,
            })],
            Events = [new EditionEvent { State = EditionState.Draft, By = claim.By, At = now }],
        };
        db.Editions.Add(edition);
        var unit = await db.Units.Where(unit => unit.Id == claim.UnitId).Select(unit => unit.Code).SingleAsync(cancellation);
        db.Audit.Add(new AuditEntry { At = now, By = claim.By, Action = "edition.generated", Subject = $"{unit} {claim.Year} 第{edition.Number}版" });
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return edition.Id;
    }
}
