using FinalAccounts.Service.Guides;
using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Pages.Help;

/// <summary>One guide.</summary>
[Authorize(Rights.Read)]
public sealed class GuideModel : PageModel
{
    public Guide Guide { get; private set; } = null!;

    public IActionResult OnGet(string slug)
    {
        if (GuideShelf.Find(slug) is not { } guide)
        {
            return NotFound();
        }

        Guide = guide;
        return Page();
    }
}
