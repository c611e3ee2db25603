using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.Store;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Generation;

/// <summary>Runs, batches, schedules and the queue that carries them.</summary>
internal static class GenerationRegistration
{
    public static IServiceCollection AddGeneration(this IServiceCollection services, IConfiguration configuration, ServiceOptions options)
    {
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (configuration.Postgres() is { } postgres)
            {
                hangfire.UsePostgreSqlStorage(
                    storage => storage.UseNpgsqlConnection(postgres),
                    new PostgreSqlStorageOptions
                    {
                        SchemaName = "hangfire",
                        UseSlidingInvisibilityTimeout = true,
                        InvisibilityTimeout = TimeSpan.FromMinutes(1),
                        // A run starts within a second of its click.
                        EnableLongPolling = true,
                        QueuePollInterval = TimeSpan.FromSeconds(2),
                    });
            }
            else
            {
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions());
            }
        });
        return services;
    }
}
