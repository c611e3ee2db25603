using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FinalAccounts.Service.Pages.People;

/// <summary>Who may sign in, and as what.</summary>
[Authorize(Rights.Administer)]
public sealed class IndexModel(Staff staff) : PageModel
{
    /// <summary>By sign-in name.</summary>
    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Members = await staff.ListAsync(HttpContext.RequestAborted);
}
