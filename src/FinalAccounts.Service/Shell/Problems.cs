using Microsoft.AspNetCore.Http.HttpResults;

namespace FinalAccounts.Service.Shell;

/// <summary>Errors of the API as problem details (RFC 9457), in Chinese: what is wrong and what to do.</summary>
internal static class Problems
{
    /// <summary>Whether the caller wants data, not a page.</summary>
    public static bool WantsData(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || context.Request.Headers.Accept.Any(accept => accept?.Contains("application/problem+json", StringComparison.Ordinal) == true);

    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    public static IResult Invalid(string detail) => Of(StatusCodes.Status400BadRequest, detail);

    public static IResult Conflict(string detail) => Of(StatusCodes.Status409Conflict, detail);

    public static IResult Of(int status, string detail) => Results.Problem(detail, statusCode: status, title: Title(status));

    /// <summary>The same, for endpoints whose documentation names each answer.</summary>
    public static ProblemHttpResult Typed(int status, string? detail) => TypedResults.Problem(detail, statusCode: status, title: Title(status));

    /// <summary>The same, for a form that a script has sent.</summary>
    public static IActionResult OfForm(string detail) =>
        new ObjectResult(new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = Title(400), Detail = detail }) { StatusCode = StatusCodes.Status400BadRequest };

    /// <summary>Writes a problem to callers that want data, a plain sentence to the others.</summary>
    public static Task WriteAsync(HttpContext context, int status, string? detail = null)
    {
        context.Response.StatusCode = status;
        if (!WantsData(context))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync(detail ?? Title(status), context.RequestAborted);
        }

        return context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails { Status = status, Title = Title(status), Detail = detail },
        }).AsTask();
    }

    public static string Title(int status) => Words(status).Title;

    public static string Advice(int status) => Words(status).Advice;

    private static (string Title, string Advice) Words(int status) => status switch
    {
        400 => ("请求不对", "请求的内容不对，或页面打开得太久。请返回上一页刷新后重试。"),
        401 => ("没有登录", "请先登录；接口请带上有效的令牌。"),
        403 => ("没有这项权限", "这项操作需要另外的角色。需要时请联系管理员。"),
        404 => ("没有找到", "这个地址没有内容，可能已经移走，或者写错了。"),
        405 => ("不支持这种请求", "这个地址不支持这种请求方法。"),
        409 => ("与现在的状态冲突", "请返回上一页重试。"),
        413 => ("内容太大", "提交的内容超过了上限。"),
        415 => ("不支持这种内容", "请按接口说明的内容类型提交。"),
        429 => ("请求太频繁", "请一分钟后再试。"),
        507 => ("磁盘满了", "没有保存任何内容。请管理员腾出空间后重试。"),
        >= 500 => ("程序内部错误", "已经记入日志。请稍后重试；反复出现时请把时间告诉管理员。"),
        _ => ("没有完成", "请返回上一页重试。"),
    };
}
