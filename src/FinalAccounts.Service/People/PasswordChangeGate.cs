using System.Security.Claims;
using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.People;

/// <summary>Whoever must change the password, or set a second factor, gets to nothing else before.</summary>
internal static class PasswordChangeGate
{
    public const string Page = "/account/password", SecondFactor = "/account/second-factor";

    /// <summary>Whether a role needs a second factor and none is set; a sign-in through an identity provider needs none here.</summary>
    public static bool MustSetSecondFactor(ClaimsPrincipal person) =>
        person.HasClaim(claim => claim.Type == PersonClaims.MustSetSecondFactor) && !person.HasClaim(ClaimTypes.AuthenticationMethod, SecondFactorRules.External);

    /// <summary>The one page that is open to this person for now; null when all are.</summary>
    public static string? OnlyPage(ClaimsPrincipal person) =>
        person.HasClaim(claim => claim.Type == PersonClaims.MustChangePassword) ? Page : MustSetSecondFactor(person) ? SecondFactor : null;

    public static void UsePasswordChangeGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (OnlyPage(context.User) is not { } page
            || path.StartsWithSegments(page) || path.StartsWithSegments("/sign-in") || path.StartsWithSegments("/sign-out") || path.StartsWithSegments("/assets") || path.StartsWithSegments("/error"))
        {
            return next(context);
        }

        if (Problems.WantsData(context))
        {
            return Problems.WriteAsync(context, StatusCodes.Status403Forbidden, page == Page ? "请先在网页上修改初始密码。" : "请先在网页上设好动态码。");
        }

        context.Response.Redirect(page);
        return Task.CompletedTask;
    });
}
