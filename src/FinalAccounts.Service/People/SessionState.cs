using FinalAccounts.Service.Shell;
using Microsoft.AspNetCore.Antiforgery;

namespace FinalAccounts.Service.People;

/// <summary><c>/session</c>: who is signed in, and a fresh antiforgery token. A page asks before it sends what somebody has typed, so that a session that has ended costs nobody a word.</summary>
internal static class SessionState
{
    private const string Changed = "您的密码、角色或单位有了变动，或者您在别处退出了";

    public static void MapSession(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/session", State).AllowAnonymous().RequireRateLimiting(RateLimits.Api).ExcludeFromDescription();

    private static IResult State(HttpContext context, IAntiforgery antiforgery)
    {
        return context.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? Results.Json(new SessionAnswer(name, context.User.FindFirst(PersonClaims.DisplayName)?.Value ?? name, antiforgery.GetAndStoreTokens(context).RequestToken, null))
            : Results.Json(new SessionAnswer(null, null, null, context.Items.ContainsKey(Sessions.Ended) ? Changed : null));
    }
}

/// <summary>A session.</summary>
/// <param name="Name">The sign-in name; null when nobody is signed in.</param>
/// <param name="Called">What people call them.</param>
/// <param name="Token">What a form of this person carries.</param>
/// <param name="Ended">Why the session ended, in Chinese; null when it is not known.</param>
internal sealed record SessionAnswer(string? Name, string? Called, string? Token, string? Ended);
