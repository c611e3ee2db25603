using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.Templates.Designs;

/// <summary>New sets put together on pages: what keeps them, and their previews.</summary>
internal static class DesignsRegistration
{
    private const string Preview = "/templates/new/{key}/preview";

    public static IServiceCollection AddDesigns(this IServiceCollection services) => services
        .AddScoped<SetDesigns>()
        .AddSingleton<DesignDocuments>();

    public static void MapDesigns(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Preview, PageAsync).RequireAuthorization(Rights.EditTemplates).RequireRateLimiting(RateLimits.Preview).ExcludeFromDescription();
        endpoints.MapGet(Preview + ".pdf", PdfAsync).RequireAuthorization(Rights.EditTemplates).RequireRateLimiting(RateLimits.Preview).ExcludeFromDescription();
    }

    private static Task<IResult> PageAsync(
        string key, string? unit, HttpContext context, SetDesigns designs, DesignDocuments documents, CancellationToken cancellation) => WithAsync(key, context, designs, async state =>
    {
        var (page, problem) = await documents.PageAsync(state, unit ?? DesignDocuments.Units[0].Key, cancellation);
        return page is null ? Problems.Conflict(problem!) : ContainedPage.Of(context, page);
    }, cancellation);

    private static Task<IResult> PdfAsync(
        string key, string? unit, HttpContext context, SetDesigns designs, DesignDocuments documents, CancellationToken cancellation) => WithAsync(key, context, designs, async state =>
    {
        var (pdf, problem) = await documents.PdfAsync(state, unit ?? DesignDocuments.Units[0].Key, cancellation);
        return pdf is null ? Problems.Conflict(problem!) : Results.Bytes(pdf, "application/pdf", $"{key}-预览.pdf");
    }, cancellation);

    private static async Task<IResult> WithAsync(string key, HttpContext context, SetDesigns designs, Func<DesignState, Task<IResult>> then, CancellationToken cancellation) =>
        await designs.FindAsync(key, context.User.Identity!.Name!, cancellation) is { Design: not null } state ? await then(state) : Problems.NotFound("没有这个正在新建的模板集。");
}
