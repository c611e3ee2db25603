using FinalAccounts.Service.Data;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>Whether editions still say what the data say now.</summary>
public sealed class EditionFreshness(KnownChecks known, UnitChecks checks)
{
    /// <summary>What has changed since it was made: 数据, 更正, 模板; none when it is as the data are now.</summary>
    public async Task<IReadOnlyList<string>> ChangedAsync(Edition edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        await checks.OfAsync(edition.Unit!, edition.Year, cancellation);
        return (await ChangedAsync([EditionSummary.OfOne(edition).Basis], cancellation)).GetValueOrDefault(edition.Id) ?? [];
    }

    /// <summary>The same of many by their keys, as far as it is known.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> ChangedAsync(IReadOnlyCollection<EditionBasis> editions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(editions);
        var now = await known.OfAsync([.. editions.Select(edition => edition.UnitId).Distinct()], [.. editions.Select(edition => edition.Year).Distinct()], cancellation);
        return editions.Where(edition => now.ContainsKey((edition.UnitId, edition.Year))).ToDictionary(
            edition => edition.Id, edition => now[(edition.UnitId, edition.Year)].ChangedSince(edition.ImportId, edition.AccountsSha256, edition.TemplateSetHash));
    }
}
