using System.Data.Common;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FinalAccounts.Service.Hosting;

/// <summary>Whether the database answers a question to a table of ours.</summary>
internal sealed class DatabaseCheck(FinalAccountsDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.Units.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when ((exception.InnerException ?? exception) is DbException || exception is TimeoutException)
        {
            return HealthCheckResult.Unhealthy("数据库没有应答");
        }
    }
}
