using FinalAccounts.Service.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace FinalAccounts.Service.Shell;

/// <summary>The page shell: Razor Pages, bundles, headers, limits, errors.</summary>
internal static class ShellRegistration
{
    /// <summary>Bytes of a request, unless an endpoint says otherwise.</summary>
    private const long RequestBytes = 4 * 1024 * 1024;

    public static IServiceCollection AddShell(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection($"{ServiceOptions.Section}:RateLimits").Get<RateLimits>() ?? new RateLimits();
        RateLimits.AddTo(services, limits);
        Proxies.AddTo(services, configuration);
        services.Configure<KestrelServerOptions>(options =>
        {
            options.Limits.MaxRequestBodySize = RequestBytes;
            options.AddServerHeader = false;
        });

        // Chinese stays readable in the page's source; what is special in HTML is still escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new System.Text.Encodings.Web.TextEncoderSettings(System.Text.Unicode.UnicodeRanges.All));
        services.AddProblemDetails(options => options.CustomizeProblemDetails = problem =>
        {
            var status = problem.ProblemDetails.Status ?? problem.HttpContext.Response.StatusCode;
            problem.ProblemDetails.Title = Problems.Title(status);
            problem.ProblemDetails.Detail ??= Problems.Advice(status);
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "FinalAccounts.Antiforgery";
            options.HeaderName = "RequestVerificationToken";
        });
        Api.AddTo(services);
        services.AddScoped<Navigation>();
        services.AddRazorPages().AddApplicationPart(typeof(ShellRegistration).Assembly)
            .AddMvcOptions(options => ChineseModelMessages.Apply(options.ModelBindingMessageProvider));
        return services;
    }

    /// <summary>Before authentication: headers, errors.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseHsts();
        app.UseWhen(Problems.WantsData, data =>
        {
            data.UseExceptionHandler(handler => handler.Run(context => Problems.WriteAsync(context, Status(context))));
            data.UseStatusCodePages(context => Problems.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        });
        app.UseWhen(context => !Problems.WantsData(context), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.UseRouting();
    }

    /// <summary>Pages and bundles.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.MapAssets();
        Api.MapDocument(app);
        app.MapRazorPages();
    }

    // A body over the limit or a broken form is the caller's mistake, not ours.
    private static int Status(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error is Microsoft.AspNetCore.Http.BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
