using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Proposals of template changes, their trials, versions of files, whole sets in and out.</summary>
internal static class ProposalsRegistration
{
    public static IServiceCollection AddProposals(this IServiceCollection services) => services
        .AddScoped<TemplateProposals>()
        .AddScoped<ProposalPreparation>()
        .AddScoped<TemplateHistory>()
        .AddScoped<SentenceRestoring>()
        .AddScoped<ShippedChanges>()
        .AddScoped<SetExchange>()
        .AddScoped<YearRollover>()
        .AddScoped<TrialUnits>()
        .AddScoped<TrialJob>();
}
