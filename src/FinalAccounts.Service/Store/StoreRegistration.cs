using FinalAccounts.Service.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Store;

/// <summary>The database: PostgreSQL when ConnectionStrings:FinalAccounts is set, else SQLite in the data folder.</summary>
internal static class StoreRegistration
{
    public const string ConnectionName = "FinalAccounts";

    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration, ServiceOptions options)
    {
        if (configuration.GetConnectionString(ConnectionName) is { Length: > 0 } postgres)
        {
            services.AddDbContext<FinalAccountsDb, PostgresDb>(builder => builder.UseNpgsql(postgres));
        }
        else
        {
            Directory.CreateDirectory(options.Data);
            var file = Path.Combine(options.Data, "final-accounts.db");
            services.AddDbContext<FinalAccountsDb, SqliteDb>(builder => builder.UseSqlite($"Data Source={file};Default Timeout=30"));
        }

        return services;
    }
}
