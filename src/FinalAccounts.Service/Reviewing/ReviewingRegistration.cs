using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.Reviewing;

/// <summary>Published documents, audited.</summary>
internal static class ReviewingRegistration
{
    public static IServiceCollection AddReviewing(this IServiceCollection services) => services
        .AddScoped<DocumentReviews>()
        .AddSingleton(new NavigationEntry(35, "公开文档审核", "/reviews", Rights.Review));
}
