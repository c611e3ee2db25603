using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Data;

/// <summary>Checks again, one after the other, the units whose data or templates have changed and that nobody has looked at since: a template in force concerns all of them at once.</summary>
internal sealed partial class CheckSweep(IServiceScopeFactory scopes, TimeProvider time, ILogger<CheckSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever it is, the next look may succeed.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The checks of changed units could not be made; they are tried again.")]
    private partial void LogFailed(Exception exception);
}
