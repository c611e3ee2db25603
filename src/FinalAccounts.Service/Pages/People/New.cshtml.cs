using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FinalAccounts.Service.Pages.People;

/// <summary>Somebody new, with a one-time password that is shown once.</summary>
[Authorize(Rights.Administer)]
public sealed class NewModel(Staff staff) : PageModel
{
    /// <summary>Sign-in name.</summary>
    [BindProperty, Required(ErrorMessage = "请填写登录名。"), StringLength(64, ErrorMessage = "登录名最多 64 个字符。")]
    public string Name { get; set; } = "";

    /// <summary>The name shown.</summary>
    [BindProperty, Required(ErrorMessage = "请填写姓名。"), StringLength(64, ErrorMessage = "姓名最多 64 个字。")]
    public string DisplayName { get; set; } = "";

    /// <summary>Roles given.</summary>
    [BindProperty]
    public List<string> Given { get; set; } = [];

    /// <summary>The one-time password after it was done.</summary>
    public string? Password { get; private set; }

    /// <summary>Adds.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        (Password, var problems) = await staff.AddAsync(Name, DisplayName, [.. Given.Intersect(Roles.All)], User.Identity!.Name!, HttpContext.RequestAborted);
        foreach (var problem in problems)
        {
            ModelState.AddModelError(nameof(Name), problem);
        }

        return Page();
    }
}
