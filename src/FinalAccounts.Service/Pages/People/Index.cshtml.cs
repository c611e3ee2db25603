using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;

namespace FinalAccounts.Service.Pages.People;

/// <summary>Who may sign in, and as what.</summary>
[Authorize(Rights.Administer)]
public sealed class IndexModel(Staff staff, SecondFactorRules rules) : PageModel
{
    /// <summary>By sign-in name.</summary>
    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    /// <summary>Roles that need a second factor.</summary>
    [BindProperty]
    public List<string> Required { get; set; } = [];

    public async Task OnGetAsync() => (Members, Required) = (await staff.ListAsync(HttpContext.RequestAborted), [.. await rules.ListAsync()]);

    /// <summary>Sets which roles need a second factor.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await rules.SetAsync([.. Roles.All.Intersect(Required)], User.Identity!.Name!, HttpContext.RequestAborted);
        this.Done("已保存。");
        return LocalRedirect("/people");
    }
}
