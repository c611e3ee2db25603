using FinalAccounts.Import;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Data;

/// <summary>The template set that a unit's data are read and checked by.</summary>
public sealed class UnitTemplates(PublishedTemplates published, CompiledSets sets, ServiceOptions options)
{
    /// <summary>The set as it is in force now; without a set and with a finding when it cannot be told or is broken.</summary>
    /// <param name="data">The data may name their set themselves.</param>
    public Task<LoadedSet> LoadAsync(Unit unit, int year, ImportRequest data, CancellationToken cancellation) =>
        LoadAsync(unit, year, StatedSet.Of(data, cancellation).Set, cancellation);

    /// <summary>The same for data that were handed in before.</summary>
    /// <param name="stated">The set that they name; null for none.</param>
    public async Task<LoadedSet> LoadAsync(Unit unit, int year, string? stated, CancellationToken cancellation)
    {
        var templates = await published.TakeAsync(cancellation);
        var choice = SetOfUnit.Choose(unit, year, stated, templates, options);
        return choice.Key is { } key
            ? sets.Load(templates, key)
            : new LoadedSet(null, [new Finding(Severity.Fatal, "SET-01", choice.Problem!, [])], "", []);
    }
}
