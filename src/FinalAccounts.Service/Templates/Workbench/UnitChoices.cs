using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>For whom a template can be previewed: units and years with data.</summary>
public sealed class UnitChoices(FinalAccountsDb db)
{
    /// <summary>All of them: the set's own year first, within it the units that use the set.</summary>
    public async Task<IReadOnlyList<UnitChoice>> OfAsync(string set, int year, CancellationToken cancellation)
    {
        var years = await db.Imports.Where(import => import.State == ImportState.Accepted && import.AccountsSha256 != null)
            .Select(import => new { import.UnitId, import.Year }).Distinct().ToListAsync(cancellation);
        var units = await db.Units.AsNoTracking().Where(unit => unit.Active).ToDictionaryAsync(unit => unit.Id, cancellation);
        return
        [
            .. years.Where(pair => units.ContainsKey(pair.UnitId))
                .Select(pair => (unit: units[pair.UnitId], pair.Year))
                .OrderByDescending(pair => pair.Year == year).ThenByDescending(pair => pair.unit.TemplateSet == set)
                .ThenByDescending(pair => pair.Year).ThenBy(pair => pair.unit.Code, StringComparer.Ordinal)
                .Select(pair => new UnitChoice(pair.unit.Code, pair.unit.Name, pair.Year)),
        ];
    }
}

/// <summary>A unit and year.</summary>
public sealed record UnitChoice(string Code, string Name, int Year);
