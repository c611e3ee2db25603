using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Store;

/// <summary>Looks into the database every now and then. A look that fails is told in the log, and the next one tries again.</summary>
internal abstract partial class PeriodicLook(IServiceScopeFactory scopes, TimeSpan every, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>One look, with services of its own.</summary>
    protected abstract Task LookAsync(IServiceProvider services, CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await LookAsync(scope.ServiceProvider, stoppingToken);
            }
#pragma warning disable CA1031 // Whatever it is, the next look may succeed.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception, GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Look} failed; it is tried again")]
    private partial void LogFailed(Exception exception, string look);
}
