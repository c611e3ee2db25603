using System.Globalization;
using System.Security.Claims;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FinalAccounts.Service.People;

/// <summary>A session holds as long as its person's security stamp is the one it began with: signing out, a changed password, changed roles and a second factor end all of a person's sessions with the next request.</summary>
internal static class Sessions
{
    /// <summary>On a request whose session was ended from outside.</summary>
    public const string Ended = "FinalAccounts.SessionEnded";

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.Request.Path.StartsWithSegments("/assets"))
        {
            return;
        }

        var services = context.HttpContext.RequestServices;
        var identity = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        var stamp = context.Principal?.FindFirstValue(identity.SecurityStampClaimType);
        if (stamp is null
            || !long.TryParse(context.Principal?.FindFirstValue(identity.UserIdClaimType), CultureInfo.InvariantCulture, out var id)
            || !await services.GetRequiredService<FinalAccountsDb>().Users.AnyAsync(person => person.Id == id && person.SecurityStamp == stamp, context.HttpContext.RequestAborted))
        {
            context.HttpContext.Items[Ended] = true;
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }
}
