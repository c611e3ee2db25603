using FinalAccounts.Service.Settings;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
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
        services.AddScoped<Navigation>().AddSingleton<ChangeStream>();
        services.AddRazorPages().AddApplicationPart(typeof(ShellRegistration).Assembly)
            .AddMvcOptions(options =>
            {
                ChineseModelMessages.Apply(options.ModelBindingMessageProvider);
                options.Filters.Add<MalformedRequests.PageFilter>();
                options.Filters.Add<MalformedRequests.HandlerFilter>();
                options.Filters.Add<PlainLocations>();
                options.ModelMetadataDetailsProviders.Add(new EmptyTexts());
            });
        return services;
    }

    /// <summary>Before authentication: headers, errors.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseHosts();
        app.UseHsts();
        app.UseWhen(Problems.WantsData, data =>
        {
            data.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync, SuppressDiagnosticsCallback = Known });
            data.UseStatusCodePages(context => Problems.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        });
        app.UseWhen(context => !Problems.WantsData(context), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", SuppressDiagnosticsCallback = Known });
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.Use((context, next) => MalformedRequests.RefuseAsync(context, next));
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
    private static Task AnswerAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return Problems.WriteAsync(context, Failures.Status(error), Failures.Detail(error));
    }

    private static bool Known(ExceptionHandlerSuppressDiagnosticsContext context) => Failures.IsTheirs(context.Exception);
}
