using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.People;

/// <summary>Roles, a new password, shutting out.</summary>
[Authorize(Rights.Administer)]
public sealed class EditModel(Staff staff, GrantDesk grants, FinalAccountsDb db) : PageModel
{
    /// <summary>Sign-in name.</summary>
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>The name shown.</summary>
    [BindProperty, Required(ErrorMessage = "请填写姓名。"), StringLength(64, ErrorMessage = "姓名最多 64 个字。")]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    public List<string> Given { get; set; } = [];

    /// <summary>More units.</summary>
    [BindProperty]
    public GrantEntry Units { get; set; } = new();

    /// <summary>Their units, and the form for more.</summary>
    public GrantList Grants { get; private set; } = null!;

    public StaffMember Member { get; private set; } = null!;

    /// <summary>The new one-time password after it was reset.</summary>
    public string? Password { get; private set; }

    private string By => User.Identity!.Name!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        (DisplayName, Given) = (Member.DisplayName, [.. Member.Roles]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (ModelState.IsValid && await staff.ChangeAsync(Name, DisplayName, [.. Given.Intersect(Roles.All)], By, HttpContext.RequestAborted) is { } problem)
        {
            ModelState.AddModelError("", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        this.Done("已保存；他要重新登录。");
        return LocalRedirect("/people");
    }

    public async Task<IActionResult> OnPostResetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        ModelState.Clear();
        Password = await staff.ResetAsync(Name, By, HttpContext.RequestAborted);
        (DisplayName, Given) = (Member.DisplayName, [.. Member.Roles]);
        return Page();
    }

    public async Task<IActionResult> OnPostGiveAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        ModelState.Clear();
        if (await grants.GiveAsync(Name, Units, By, HttpContext.RequestAborted) is { } problem)
        {
            Grants = Grants with { Choice = Grants.Choice with { Problem = problem } };
            (DisplayName, Given) = (Member.DisplayName, [.. Member.Roles]);
            return Page();
        }

        this.Done("已给予；他要重新登录。");
        return LocalRedirect($"/people/{Uri.EscapeDataString(Name)}");
    }

    public async Task<IActionResult> OnPostTakeAsync(long grant)
    {
        this.Tell(await grants.TakeAsync(Name, grant, By, HttpContext.RequestAborted), "已收回；他要重新登录。");
        return LocalRedirect($"/people/{Uri.EscapeDataString(Name)}");
    }

    public async Task<IActionResult> OnPostSwitchAsync(bool on)
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        this.Tell(await staff.SwitchAsync(Name, on, By, HttpContext.RequestAborted), on ? "已可以登录。" : "已停用，立即生效。");
        return LocalRedirect($"/people/{Uri.EscapeDataString(Name)}");
    }

    public async Task<IActionResult> OnPostWithoutFactorAsync()
    {
        if (await staff.WithoutSecondFactorAsync(Name, By, HttpContext.RequestAborted) is not null)
        {
            return NotFound();
        }

        this.Done("已取消动态码。");
        return LocalRedirect($"/people/{Uri.EscapeDataString(Name)}");
    }

    private async Task<bool> FindAsync()
    {
        if (await staff.FindAsync(Name, HttpContext.RequestAborted) is not { } member)
        {
            return false;
        }

        Member = member;
        Grants = new GrantList(
            $"/people/{Uri.EscapeDataString(member.Name)}", member.Units, await GrantChoice.OfAsync(db, "给予", Units, null, HttpContext.RequestAborted),
            member.DisplayName, "他的会话随即结束，", GrantDesk.Divided);
        return true;
    }
}
