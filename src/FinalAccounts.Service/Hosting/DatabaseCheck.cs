using System.Data.Common;
using FinalAccounts.Service.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FinalAccounts.Service.Hosting;

/// <summary>Whether the database answers, and has the form that this program knows: neither empty nor half brought up to date.</summary>
internal sealed class DatabaseCheck(FinalAccountsDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
                ? HealthCheckResult.Unhealthy("数据库还没有更新到这个版本")
                : HealthCheckResult.Healthy();
        }
        catch (Exception exception) when ((exception.InnerException ?? exception) is DbException || exception is TimeoutException)
        {
            return HealthCheckResult.Unhealthy("数据库没有应答");
        }
    }
}
