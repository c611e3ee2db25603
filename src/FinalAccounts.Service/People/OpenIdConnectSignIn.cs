using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FinalAccounts.Service.People;

/// <summary>Sign-in through the bureau's own identity provider, section FinalAccounts:OpenIdConnect. It proves who somebody is; what they may do is still kept here.</summary>
public sealed class OpenIdConnectSignIn
{
    /// <summary>The scheme, and the section below FinalAccounts.</summary>
    public const string Scheme = "OpenIdConnect";

    /// <summary>The provider's address; empty: not used.</summary>
    public string Authority { get; set; } = "";

    /// <summary>As registered with the provider.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>As registered with the provider.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says.</summary>
    public string Name { get; set; } = "统一身份认证";

    /// <summary>The claim that holds the sign-in name.</summary>
    public string NameClaim { get; set; } = "preferred_username";

    internal static OpenIdConnectSignIn From(IConfiguration configuration) =>
        configuration.GetSection($"{Settings.ServiceOptions.Section}:{Scheme}").Get<OpenIdConnectSignIn>() ?? new OpenIdConnectSignIn();

    internal static void AddTo(AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var settings = From(configuration);
        authentication.Services.AddSingleton(settings);
        if (settings.Authority.Length == 0)
        {
            return;
        }

        authentication.AddOpenIdConnect(Scheme, settings.Name, options =>
        {
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.Authority = settings.Authority;

            // Only a provider on this machine may do without TLS.
            options.RequireHttpsMetadata = !(Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority) && authority.IsLoopback);
            options.ClientId = settings.ClientId;
            options.ClientSecret = settings.ClientSecret;
            options.ResponseType = OpenIdConnectResponseType.Code;

            // Back by an ordinary link: a form posted from another site would come without our cookies wherever there is no TLS.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            (options.CorrelationCookie.SameSite, options.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            (options.NonceCookie.SameSite, options.NonceCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.Scope.Add("profile");
            options.CallbackPath = "/sign-in/callback";
            options.Events.OnRemoteFailure = context =>
            {
                // The sign-in page says that it came to nothing.
                context.Response.Redirect("/sign-in?handler=Returned");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }
}
