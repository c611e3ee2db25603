using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Antiforgery;

namespace FinalAccounts.Service.Shell;

/// <summary>A change through the API with a person's cookie needs the page's antiforgery token as well; one with a bearer token does not, since no browser sends that by itself.</summary>
internal static class ApiAntiforgery
{
    public static void UseApiAntiforgery(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var method = context.Request.Method;
        if (context.Request.Path.StartsWithSegments("/api")
            && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method)
            && !TokenAuthentication.IsIn(context)
            && context.User.Identity?.IsAuthenticated == true
            && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await Problems.WriteAsync(context, StatusCodes.Status400BadRequest, "用浏览器的登录状态调用接口做修改时，要带上页面的防伪令牌；其他系统请用接口令牌。");
            return;
        }

        await next(context);
    });
}
