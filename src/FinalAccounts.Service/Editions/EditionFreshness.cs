using FinalAccounts.Service.Data;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>Whether editions still say what the data say now.</summary>
public sealed class EditionFreshness(FinalAccountsDb db, KnownChecks known, UnitChecks checks, PublishedTemplates published, CompiledSets sets)
{
    /// <summary>What has changed since it was made: 数据, 更正, 模板; none when it is as the data are now.</summary>
    public async Task<IReadOnlyList<string>> ChangedAsync(Edition edition, CancellationToken cancellation)
    {
        await checks.OfAsync(edition.Unit!, edition.Year, cancellation);
        return (await ChangedAsync([EditionSummary.OfOne(edition).Basis], cancellation)).GetValueOrDefault(edition.Id) ?? [];
    }

    /// <summary>The same of many by their keys, as far as it is known.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> ChangedAsync(IReadOnlyCollection<EditionBasis> editions, CancellationToken cancellation)
    {
        var now = await known.OfAsync([.. editions.Select(edition => edition.UnitId).Distinct()], [.. editions.Select(edition => edition.Year).Distinct()], cancellation);
        var untouched = await UntouchedAsync([.. editions.Where(edition => !now.ContainsKey((edition.UnitId, edition.Year))).Select(edition => edition.Id)], cancellation);
        return editions.Where(edition => now.ContainsKey((edition.UnitId, edition.Year)) || untouched.Contains(edition.Id)).ToDictionary(
            edition => edition.Id,
            edition => now.TryGetValue((edition.UnitId, edition.Year), out var data) ? data.ChangedSince(edition.ImportId, edition.AccountsSha256, edition.TemplateSetHash) : []);
    }

    // Where nobody has looked at the data yet: those since whose making nothing was accepted, corrected or published.
    private async Task<HashSet<long>> UntouchedAsync(IReadOnlyCollection<long> editions, CancellationToken cancellation)
    {
        if (editions.Count == 0)
        {
            return [];
        }

        var same = await db.Editions.Where(edition => editions.Contains(edition.Id))
            .Select(edition => new
            {
                edition.Id, edition.TemplateSet, edition.TemplateSetHash, edition.ImportId, Named = edition.Unit!.TemplateSet,
                InForce = db.Imports.Where(import => import.UnitId == edition.UnitId && import.Year == edition.Year && import.State == ImportState.Accepted).Max(import => (long?)import.Id),
                Begun = db.Runs.Where(run => run.EditionId == edition.Id).Min(run => run.StartedAt) ?? edition.At,
                Corrected = db.Corrections.Where(correction => correction.UnitId == edition.UnitId && correction.Year == edition.Year).Max(correction => (DateTimeOffset?)correction.At),
                Undone = db.Corrections.Where(correction => correction.UnitId == edition.UnitId && correction.Year == edition.Year).Max(correction => correction.UndoneAt),
            })
            .ToListAsync(cancellation);
        var templates = await published.TakeAsync(cancellation);
        string Hash(string set) => templates.Sets.Contains(set) ? sets.Load(templates, set).Hash : "";
        return [.. same
            .Where(edition => edition.InForce == edition.ImportId && !(edition.Corrected >= edition.Begun) && !(edition.Undone >= edition.Begun)
                && (edition.Named ?? edition.TemplateSet) == edition.TemplateSet && Hash(edition.TemplateSet) == edition.TemplateSetHash)
            .Select(edition => edition.Id)];
    }
}
