using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Reading;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Data;

/// <summary>Units, their data, and who keeps them: operations, endpoints, entries of the navigation.</summary>
internal static class DataRegistration
{
    private const string Administration = "管理";

    public static IServiceCollection AddUnitsAndData(this IServiceCollection services, ServiceOptions options) => (options.IsWorker ? services.AddHostedService<CheckSweep>().AddHostedService<LateSchedule>() : services)
        .AddSingleton(services => new FileReaders(services.GetRequiredService<ServiceOptions>().Reading))
        .AddScoped<UnitRegister>().AddScoped<Disclosures>().AddScoped<LateJob>()
        .AddScoped<UnitTemplates>().AddScoped<UnitData>().AddScoped<UnitChecks>().AddScoped<HandInPreviews>().AddScoped<Imports>().AddScoped<CorrectionDesk>()
        .AddScoped<Staff>().AddScoped<TokenRegister>().AddScoped<AuditLog>()
        .AddSingleton(new NavigationEntry(5, "待办", "/", Rights.Read))
        .AddSingleton(new NavigationEntry(10, "单位", "/units", Rights.Read))
        .AddSingleton(new NavigationEntry(70, "人员", "/people", Rights.Administer, Administration))
        .AddSingleton(new NavigationEntry(71, "接口令牌", "/tokens", Rights.Administer, Administration))
        .AddSingleton(new NavigationEntry(72, "审计记录", "/audit", Rights.Administer, Administration));

    public static void MapUnitsAndData(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapUnitsApi();
        endpoints.MapDataApi();
        endpoints.MapDataDownloads();
    }
}
