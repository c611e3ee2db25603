using FinalAccounts.Service.Settings;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Proposals of template changes, their trials, versions of files, whole sets in and out.</summary>
internal static class ProposalsRegistration
{
    public static IServiceCollection AddProposals(this IServiceCollection services, ServiceOptions options) => (options.IsWorker ? services.AddHostedService<LaterSweep>() : services)
        .AddScoped<TemplateProposals>()
        .AddScoped<ProposalPreparation>()
        .AddScoped<TemplateHistory>()
        .AddScoped<PrintedVersions>()
        .AddScoped<SentenceRestoring>()
        .AddScoped<ShippedChanges>()
        .AddScoped<SetExchange>()
        .AddScoped<YearRollover>()
        .AddScoped<LaterChanges>()
        .AddScoped<TrialUnits>()
        .AddScoped<TrialJob>();
}
