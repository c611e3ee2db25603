using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using Hangfire;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace FinalAccounts.Service.Hosting;

/// <summary>Everything before the first request: the database brought up to date and filled, by one process at a time.</summary>
public static class Preparation
{
    internal static IServiceCollection AddPreparation(this IServiceCollection services) =>
        services.AddScoped<FirstStart>().AddScoped<SampleUnit>();

    /// <summary>Migrates and fills the database; gives the administrator's one-time password when there was none before, else null.</summary>
    /// <exception cref="StartupException">The database cannot be reached or written.</exception>
    public static async Task<string?> PrepareAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        var postgres = services.GetRequiredService<IConfiguration>().Postgres();
        await using var hold = postgres is null ? null : await StoreLock.TakeAsync(postgres, cancellation);
        await using var scope = services.CreateAsyncScope();
        try
        {
            await Schema.BringUpToDateAsync(scope.ServiceProvider.GetRequiredService<FinalAccountsDb>(), cancellation);

            // Making the queue's storage makes its tables.
            _ = services.GetRequiredService<JobStorage>();
            return await scope.ServiceProvider.GetRequiredService<FirstStart>().RunAsync(cancellation);
        }
        catch (SqliteException exception)
        {
            var options = services.GetRequiredService<ServiceOptions>();
            throw new StartupException($"不能写入内嵌数据库 {options.DatabaseFile}：{exception.Message} 请检查权限和剩余空间。", exception);
        }
    }
}
