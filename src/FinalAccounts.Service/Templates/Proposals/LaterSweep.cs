using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Looks every half minute for changes of templates whose day has come.</summary>
internal sealed partial class LaterSweep(IServiceScopeFactory scopes, TimeProvider time, ILogger<LaterSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<LaterChanges>().StartDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever it is, the next look may succeed.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of templates that are due could not be put in force; it is tried again.")]
    private partial void LogFailed(Exception exception);
}
