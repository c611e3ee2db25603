using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.InForce;

/// <summary>What is known of units' data without reading them: for lists. Whoever looks at a unit, or the sweep, makes it known.</summary>
public sealed class KnownChecks(FinalAccountsDb db, PublishedTemplates published, CompiledSets sets)
{
    /// <summary>By unit and year; only where the checks are of the data, corrections and templates in force now. Four queries however many.</summary>
    public async Task<IReadOnlyDictionary<(long Unit, int Year), KnownCheck>> OfAsync(
        IReadOnlyCollection<long> units, IReadOnlyCollection<int> years, CancellationToken cancellation)
    {
        var known = await db.Checks.Where(known => units.Contains(known.UnitId) && years.Contains(known.Year))
            .Select(known => new { known.UnitId, known.Year, known.ImportId, known.LastCorrection, known.Undone, known.TemplateSet, known.TemplateSetHash, known.Program, known.AccountsSha256, known.Errors, Named = db.Units.Single(unit => unit.Id == known.UnitId).TemplateSet })
            .ToListAsync(cancellation);
        if (known.Count == 0)
        {
            return new Dictionary<(long, int), KnownCheck>();
        }

        var imports = (await db.Imports.Where(import => units.Contains(import.UnitId) && years.Contains(import.Year) && import.State == ImportState.Accepted)
            .Select(import => new { import.Id, import.UnitId, import.Year, import.Number }).ToListAsync(cancellation))
            .GroupBy(import => (import.UnitId, import.Year)).ToDictionary(group => group.Key, group => group.MaxBy(import => import.Number)!.Id);
        var corrections = await db.Corrections.Where(correction => units.Contains(correction.UnitId) && years.Contains(correction.Year))
            .GroupBy(correction => new { correction.UnitId, correction.Year })
            .Select(group => new { group.Key.UnitId, group.Key.Year, Last = group.Max(correction => correction.Id), Undone = group.Count(correction => correction.UndoneAt != null) })
            .ToDictionaryAsync(group => (group.UnitId, group.Year), group => (group.Last, group.Undone), cancellation);
        var templates = await published.TakeAsync(cancellation);
        var hashes = known.Select(row => row.TemplateSet).Distinct().ToDictionary(key => key, key => templates.Sets.Contains(key) ? sets.Load(templates, key).Hash : "");
        return known
            .Where(row => row.Program == InputGatherer.Program && row.TemplateSetHash == hashes[row.TemplateSet] && (row.Named ?? row.TemplateSet) == row.TemplateSet
                && imports.GetValueOrDefault((row.UnitId, row.Year)) == row.ImportId && corrections.GetValueOrDefault((row.UnitId, row.Year)) == (row.LastCorrection, row.Undone))
            .ToDictionary(row => (row.UnitId, row.Year), row => new KnownCheck(row.Errors, row.ImportId, row.AccountsSha256, row.TemplateSet, row.TemplateSetHash));
    }
}

/// <summary>The data of a unit and year as they are now, in few words.</summary>
/// <param name="Errors">How many findings stop publishing.</param>
public sealed record KnownCheck(int Errors, long ImportId, string AccountsSha256, string TemplateSet, string TemplateSetHash)
{
    /// <summary>What has changed since something was made: 数据, 更正, 模板; none when it is as the data are now.</summary>
    public IReadOnlyList<string> ChangedSince(long importId, string accountsSha256, string templateSetHash) =>
    [
        .. importId != ImportId && accountsSha256 != AccountsSha256 ? ["数据"] : Array.Empty<string>(),
        .. importId == ImportId && accountsSha256 != AccountsSha256 ? ["更正"] : Array.Empty<string>(),
        .. templateSetHash != TemplateSetHash ? ["模板"] : Array.Empty<string>(),
    ];
}
