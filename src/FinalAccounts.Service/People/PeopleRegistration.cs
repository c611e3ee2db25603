using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;

namespace FinalAccounts.Service.People;

/// <summary>Identity with cookies for people, tokens for systems, OpenID Connect where configured, and the rights.</summary>
internal static class PeopleRegistration
{
    /// <summary>A request with a bearer token is judged by it, every other by the cookie.</summary>
    private const string Either = "Either";

    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("FinalAccounts").PersistKeysToDbContext<FinalAccountsDb>();
        services.AddIdentity<Person, Role>(options =>
        {
            options.Password.RequiredLength = 12;
            options.Password.RequireNonAlphanumeric = false;

            // Whoever guesses waits (SignInAttempts); a lock could be set by anybody.
            options.Lockout.MaxFailedAccessAttempts = int.MaxValue;
        }).AddEntityFrameworkStores<FinalAccountsDb>().AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<PersonClaims>().AddErrorDescriber<ChineseIdentityErrors>().AddPasswordValidator<CommonPasswords>();
        services.AddSingleton<SignInAttempts>().AddScoped<SignInDesk>().AddScoped<SecondFactorRules>();
        services.ConfigureApplicationCookie(Cookie);
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = Either;
            options.DefaultAuthenticateScheme = Either;
            options.DefaultChallengeScheme = Either;
            options.DefaultForbidScheme = Either;
        });
        authentication.AddPolicyScheme(Either, null, options =>
            options.ForwardDefaultSelector = context => TokenAuthentication.IsIn(context) ? TokenAuthentication.Name : IdentityConstants.ApplicationScheme);
        authentication.AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null);
        OpenIdConnectSignIn.AddTo(authentication, configuration);
        Rights.AddTo(services.AddAuthorizationBuilder());
        services.AddHttpContextAccessor().AddScoped<Reach>().AddScoped<GrantDesk>().AddScoped<NameBook>().AddScoped<IAuthorizationHandler, RightHandler>().AddSingleton<IAuthorizationMiddlewareResultHandler, RightHandler.Answers>();
        return services;
    }

    /// <summary>Who it is, whether the password is theirs, and what they may.</summary>
    public static void UsePeople(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UsePasswordChangeGate();
        app.UseReach();
        app.UseAuthorization();
        app.UseApiAntiforgery();
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "FinalAccounts";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "to";
        options.Events.OnValidatePrincipal = Sessions.ValidateAsync;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, redirect: true);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden, redirect: false);
    }

    // Systems want a status; a person without a session wants to sign in; a person without the right wants to be told so.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, bool redirect)
    {
        if (redirect && !Problems.WantsData(context.HttpContext) && !context.Request.Headers.ContainsKey("HX-Request"))
        {
            // What was posted is gone: the sign-in page says so, and leads back to the page, not to what was to be done there.
            var page = Uri.EscapeDataString(context.Request.Path);
            context.Response.Redirect(HttpMethods.IsPost(context.Request.Method) ? $"{context.Options.LoginPath}?lost=true&{context.Options.ReturnUrlParameter}={page}" : context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
