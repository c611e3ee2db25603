using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FinalAccounts.Service.Generation;

/// <summary>Whether this process can write what it must: a full disk still answers questions, but takes no run.</summary>
internal sealed class SweepCheck(Sweep sweep) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(sweep.Failed ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
