using FinalAccounts.Service.Store;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Looks every half minute for changes of templates whose day has come.</summary>
internal sealed class LaterSweep(IServiceScopeFactory scopes, TimeProvider time, ILogger<LaterSweep> logger) : PeriodicLook(scopes, TimeSpan.FromSeconds(30), time, logger)
{
    protected override Task LookAsync(IServiceProvider services, CancellationToken cancellation) => services.GetRequiredService<LaterChanges>().StartDueAsync(cancellation);
}
