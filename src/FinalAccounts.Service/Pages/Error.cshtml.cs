using FinalAccounts.Service.Shell;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FinalAccounts.Service.Pages;

/// <summary>What a person sees in place of a page that cannot be shown.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>The HTTP status.</summary>
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    /// <summary>By whatever method the failed request came.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Show();

    private void Show()
    {
        Code = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } error ? Failures.Status(error)
            : Code is >= 400 and < 600 ? Code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        ViewData["Title"] = Problems.Title(Code);
    }
}
