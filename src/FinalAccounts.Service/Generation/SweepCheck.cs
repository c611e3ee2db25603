using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FinalAccounts.Service.Generation;

/// <summary>Whether this process can write what it must: a full disk still answers questions, but takes no run.</summary>
internal sealed class SweepCheck(Sweep sweep) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            sweep.Failed ? HealthCheckResult.Unhealthy("不能写入数据库，生成已停下；原因见日志")
            : sweep.BrokenSchedules is { Count: > 0 } broken ? HealthCheckResult.Degraded($"定时生成 {string.Join("、", broken)} 的表达式不对，没有执行；其余照常")
            : HealthCheckResult.Healthy());
}
