using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FinalAccounts.Service.Pages;

/// <summary>The first page leads to the units.</summary>
[Authorize(Rights.Read)]
public sealed class HomeModel : PageModel
{
    /// <summary>On to the list.</summary>
    public IActionResult OnGet()
    {
        TempData.Keep();
        return LocalRedirect("/units");
    }
}
