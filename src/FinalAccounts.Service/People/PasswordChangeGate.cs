using FinalAccounts.Service.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FinalAccounts.Service.People;

/// <summary>Whoever must change the password gets to nothing else before.</summary>
internal static class PasswordChangeGate
{
    public const string Page = "/account/password";

    public static void UsePasswordChangeGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (!context.User.HasClaim(claim => claim.Type == PersonClaims.MustChangePassword)
            || path.StartsWithSegments(Page) || path.StartsWithSegments("/sign-in") || path.StartsWithSegments("/sign-out") || path.StartsWithSegments("/assets") || path.StartsWithSegments("/error"))
        {
            return next(context);
        }

        if (Problems.WantsData(context))
        {
            return Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "请先在网页上修改初始密码。");
        }

        context.Response.Redirect(Page);
        return Task.CompletedTask;
    });
}
