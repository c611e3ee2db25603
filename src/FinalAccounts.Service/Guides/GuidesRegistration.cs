using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.Guides;

/// <summary>The guides: the entry of the navigation, their pictures.</summary>
internal static class GuidesRegistration
{
    public static IServiceCollection AddGuides(this IServiceCollection services) => services.AddSingleton(new NavigationEntry(89, "使用说明", "/help", Rights.Read, "帮助"));

    public static void MapGuides(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/help/images/{name}", (string name) => GuideShelf.Image(name) is { } image ? Results.Bytes(image, "image/png") : Results.NotFound())
            .RequireAuthorization(Rights.Read).ExcludeFromDescription();
}
