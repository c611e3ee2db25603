using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.Upkeep;

/// <summary>Back-up, restoring, verification.</summary>
internal static class UpkeepRegistration
{
    public static IServiceCollection AddUpkeep(this IServiceCollection services) => services
        .AddScoped<Backup>().AddScoped<Restoring>().AddScoped<EditionRemake>().AddScoped<Verification>()
        .AddSingleton(new NavigationEntry(73, "备份", "/backup", Rights.Administer, "管理"));
}
