using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Data;

/// <summary>Checks again, one after the other, the units whose data or templates have changed and that nobody has looked at since: a template in force concerns all of them at once.</summary>
internal sealed class CheckSweep(IServiceScopeFactory scopes, TimeProvider time, ILogger<CheckSweep> logger) : PeriodicLook(scopes, TimeSpan.FromSeconds(30), time, logger)
{
    private readonly IServiceScopeFactory scopes = scopes;

    /// <summary>One look; how many units it has checked.</summary>
    internal async Task<int> LookAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>();
        var handedIn = await db.Imports.Where(import => import.State == ImportState.Accepted).Select(import => new { import.UnitId, import.Year }).Distinct().ToListAsync(cancellation);
        var known = await scope.ServiceProvider.GetRequiredService<KnownChecks>().OfAsync(
            [.. handedIn.Select(pair => pair.UnitId).Distinct()], [.. handedIn.Select(pair => pair.Year).Distinct()], cancellation);
        var done = 0;
        foreach (var pair in handedIn.Where(pair => !known.ContainsKey((pair.UnitId, pair.Year))))
        {
            await using var own = scopes.CreateAsyncScope();
            var unit = await own.ServiceProvider.GetRequiredService<FinalAccountsDb>().Units.AsNoTracking().SingleAsync(unit => unit.Id == pair.UnitId, cancellation);
            await own.ServiceProvider.GetRequiredService<UnitChecks>().OfAsync(unit, pair.Year, cancellation);
            done++;
        }

        return done;
    }

    protected override Task LookAsync(IServiceProvider services, CancellationToken cancellation) => LookAsync(cancellation);
}
