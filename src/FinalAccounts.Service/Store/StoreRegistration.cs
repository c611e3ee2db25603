using FinalAccounts.Service.Settings;
using Microsoft.Extensions.Configuration;

namespace FinalAccounts.Service.Store;

/// <summary>The database: PostgreSQL when ConnectionStrings:FinalAccounts is set, else SQLite in the data folder.</summary>
internal static class StoreRegistration
{
    private const string ConnectionName = "FinalAccounts";

    /// <summary>PostgreSQL's connection string; null for the embedded database.</summary>
    public static string? Postgres(this IConfiguration configuration) =>
        configuration.GetConnectionString(ConnectionName) is { Length: > 0 } connection ? connection : null;

    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration, ServiceOptions options)
    {
        if (configuration.Postgres() is { } postgres)
        {
            services.AddDbContext<FinalAccountsDb, PostgresDb>(builder => builder.UseNpgsql(postgres));
        }
        else
        {
            services.AddDbContext<FinalAccountsDb, SqliteDb>(builder => builder.UseSqlite($"Data Source={options.DatabaseFile};Default Timeout=30"));
        }

        return services.AddScoped<Artifacts>();
    }
}
