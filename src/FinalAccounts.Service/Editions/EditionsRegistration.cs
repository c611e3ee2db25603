using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.Editions;

/// <summary>Editions: states, comparisons, files, pages and API.</summary>
internal static class EditionsRegistration
{
    public static IServiceCollection AddEditions(this IServiceCollection services)
    {
        services.AddScoped<EditionQueries>().AddScoped<EditionFreshness>().AddScoped<EditionComparisons>().AddScoped<EditionArchive>().AddSingleton<KeptComparisons>();
        services.AddSingleton<EditionSignatures>().AddScoped<FinalFiles>().AddScoped<PublicSite>().AddScoped<EditionNotices>().AddScoped<EditionStates>().AddScoped<ManyEditions>();
        services.AddSingleton(new NavigationEntry(30, "版本", "/editions", Rights.Read));
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddPageRoute("/Editions/Index", "/units/{unit}/years/{year:int}/editions"));
        return services;
    }

    public static void MapEditions(this WebApplication app)
    {
        EditionsApi.Map(app);
        EditionDownloads.Map(app.MapGroup("").ExcludeFromDescription());
        EditionDownloads.MapPreview(app);
    }
}
