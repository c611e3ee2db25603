using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FinalAccounts.Service.Pages.Units;

/// <summary>A unit entered or changed by hand.</summary>
[Authorize(Rights.Administer)]
public sealed class EditModel(UnitRegister register) : PageModel
{
    /// <summary>The unit to change; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public UnitEntry Input { get; set; } = new();

    /// <summary>Template sets to choose from.</summary>
    public IReadOnlyList<SelectListItem> Sets { get; private set; } = [];

    /// <summary>Levels to choose from.</summary>
    public IEnumerable<SelectListItem> Levels { get; } = [.. Enum.GetValues<UnitLevel>().Select(level => new SelectListItem(StateLabels.Of(level).Text, level.ToString()))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await ChooseAsync();
        if (Code is null)
        {
            return Page();
        }

        if (await register.FindAsync(Code, HttpContext.RequestAborted) is not { } unit)
        {
            return NotFound();
        }

        Input = new UnitEntry { Code = unit.Code, Name = unit.Name, Level = unit.Level, Parent = unit.Parent?.Code, TemplateSet = unit.TemplateSet, Active = unit.Active };
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Code is not null && await register.FindAsync(Code, HttpContext.RequestAborted) is null)
        {
            return NotFound();
        }

        Input = Input with { Code = Code ?? Input.Code ?? "", Name = Input.Name ?? "" };
        foreach (var problem in await register.SaveAsync(Code, Input, User.Identity!.Name!, HttpContext.RequestAborted))
        {
            ModelState.AddModelError($"Input.{problem.Field}", problem.Message);
        }

        if (!ModelState.IsValid)
        {
            await ChooseAsync();
            return Page();
        }

        this.Done(Code is null ? $"已新增“{Input.Name}”。" : "已保存。");
        return LocalRedirect($"/units/{Input.Code.Trim()}");
    }

    private async Task ChooseAsync() =>
        Sets = [new("（默认）", ""), .. (await register.TemplateSetsAsync(HttpContext.RequestAborted)).Select(set => new SelectListItem(set, set))];
}
