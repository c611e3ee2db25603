using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.People;

/// <summary>Somebody new, with a one-time password that is shown once.</summary>
[Authorize(Rights.Administer)]
public sealed class NewModel(Staff staff, FinalAccountsDb db) : PageModel
{
    /// <summary>Sign-in name.</summary>
    [BindProperty, Required(ErrorMessage = "请填写登录名。"), StringLength(64, ErrorMessage = "登录名最多 64 个字符。")]
    public string Name { get; set; } = "";

    /// <summary>The name shown.</summary>
    [BindProperty, Required(ErrorMessage = "请填写姓名。"), StringLength(64, ErrorMessage = "姓名最多 64 个字。")]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    public List<string> Given { get; set; } = [];

    /// <summary>For which units.</summary>
    [BindProperty]
    public GrantEntry Units { get; set; } = GrantEntry.Everything;

    /// <summary>The units to choose from.</summary>
    public GrantChoice Choice { get; private set; } = null!;

    /// <summary>The one-time password after it was done.</summary>
    public string? Password { get; private set; }

    public Task OnGetAsync() => FillAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            (Password, var problems) = await staff.AddAsync(Name, DisplayName, [.. Given.Intersect(Roles.All)], Units, User.Identity!.Name!, HttpContext.RequestAborted);
            foreach (var problem in problems)
            {
                ModelState.AddModelError(problem.Contains("单位", StringComparison.Ordinal) ? nameof(Units) : nameof(Name), problem);
            }
        }

        await FillAsync();
        return Page();
    }

    private async Task FillAsync() => Choice = await GrantChoice.OfAsync(
        db, "他的角色用于", Units, ModelState.TryGetValue(nameof(Units), out var entry) && entry.Errors is [var error, ..] ? error.ErrorMessage : null, HttpContext.RequestAborted);
}
