using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Together;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>The template workbench: drafts, previews, its page.</summary>
internal static class WorkbenchRegistration
{
    public static IServiceCollection AddWorkbench(this IServiceCollection services) => services
        .AddScoped<TemplateDrafts>()
        .AddScoped<PreviewTexts>()
        .AddScoped<Presences>()
        .AddScoped<Suggestions>()
        .AddScoped<UnitChoices>()
        .AddScoped<DraftDocuments>()
        .AddSingleton<SetsInForce>()
        .AddSingleton<PreviewSources>()
        .AddSingleton<IGivenUp>(provider => provider.GetRequiredService<PreviewSources>())
        .AddSingleton<PreviewTurns>()
        .AddSingleton<Previews>()
        .AddSingleton<PagePreviews>()
        .AddSingleton<BranchPreviews>()
        .AddSingleton(new NavigationEntry(40, "模板", "/templates", Rights.Read));
}
