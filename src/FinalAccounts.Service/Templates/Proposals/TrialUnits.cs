using FinalAccounts.Comparison;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>The units whose documents a change of a set may change, and one unit's document with and without it. One unit's data in memory at a time.</summary>
internal sealed class TrialUnits(FinalAccountsDb db, AccountsFinder finder, CompiledSets sets, ServiceOptions options)
{
    // A template that is allowed all its steps in every section takes seconds.
    private static readonly TimeSpan UnitLimit = TimeSpan.FromSeconds(30);

    /// <summary>Active units with accepted data of the sets' years or later; which set they use is seen when each is tried.</summary>
    public async Task<IReadOnlyList<UnitYear>> FindAsync(TemplateSnapshot templates, IReadOnlyList<string> affected, CancellationToken cancellation)
    {
        var first = new TemplateSetReader(templates).Summaries().Where(set => affected.Contains(set.Key)).Select(set => (int?)set.FiscalYear).Min();
        return first is null ? [] : await db.Imports
            .Where(import => import.Year >= first && import.State == ImportState.Accepted && import.AccountsSha256 != null && import.Unit!.Active
                && (import.Unit.TemplateSet == null || affected.Contains(import.Unit.TemplateSet)))
            .Select(import => new { import.UnitId, import.Year, import.Unit!.Code, import.Unit.Name }).Distinct()
            .OrderBy(pair => pair.Code).ThenBy(pair => pair.Year)
            .Select(pair => new UnitYear(pair.UnitId, pair.Code, pair.Name, pair.Year))
            .ToListAsync(cancellation);
    }

    /// <summary>The unit's document before and after; null when it does not use any of the affected sets.</summary>
    public async Task<TrialComparison?> TryAsync(
        UnitYear unitYear, TemplateSnapshot before, TemplateSnapshot after, IReadOnlyList<string> affected, CancellationToken cancellation)
    {
        if (await finder.FindImportAsync(unitYear.UnitId, unitYear.Year, cancellation) is not { } import)
        {
            return null;
        }

        var unit = await db.Units.AsNoTracking().SingleAsync(unit => unit.Id == unitYear.UnitId, cancellation);
        var choice = SetOfUnit.Choose(unit, unitYear.Year, await finder.StatedSetAsync(import.AccountsSha256, cancellation), before, options);
        if (choice.Key is not { } key || !affected.Contains(key))
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(UnitLimit);
        try
        {
            var (old, current) = (sets.Load(before, key), sets.Load(after, key));
            var now = await DiscloseAsync(import, unitYear, old, limit.Token);
            var then = await DiscloseAsync(import, unitYear, current, limit.Token);
            return TrialComparison.Of(now, then, limit.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !Transience.Is(exception))
        {
            // The other units are tried all the same.
            return new TrialComparison([], [new Finding(
                Severity.Error, "SET-17", $"生成这个单位的文字时程序出错：{exception.Message} 请检查改动，或把这句话告诉维护人员。", [new Documents.Place(key)])]);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new TrialComparison([], [new Finding(
                Severity.Error, "SET-16", $"生成这个单位的文字超过 {UnitLimit.TotalSeconds:0} 秒，停在这里。请检查改动里的循环。", [new Documents.Place(key)])]);
        }
    }

    private async Task<Disclosure> DiscloseAsync(StoredImport import, UnitYear unit, LoadedSet loaded, CancellationToken cancellation)
    {
        if (loaded.Set is not { } set)
        {
            return new Disclosure(null, loaded.Findings);
        }

        var read = await finder.CorrectAsync(import, unit.UnitId, unit.Year, set, cancellation);
        return read.Value is { } data ? Pipeline.Run(data.Accounts, data.Findings, set, null, cancellation) : new Disclosure(null, read.Findings);
    }
}

/// <summary>A unit and a year.</summary>
internal sealed record UnitYear(long UnitId, string Code, string Name, int Year);
