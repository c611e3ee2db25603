using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FinalAccounts.Service.Pages.Units;

/// <summary>A unit entered or changed by hand.</summary>
[Authorize(Rights.Administer)]
public sealed class EditModel(UnitRegister register, TimeProvider time) : PageModel
{
    /// <summary>The unit to change; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public UnitEntry Input { get; set; } = new();

    /// <summary>Template sets to choose from.</summary>
    public IReadOnlyList<SelectListItem> Sets { get; private set; } = [];

    /// <summary>Levels to choose from.</summary>
    public IEnumerable<SelectListItem> Levels { get; } = [.. Enum.GetValues<UnitLevel>().Select(level => new SelectListItem(StateLabels.Of(level).Text, level.ToString()))];

    public async Task<IActionResult> OnGetAsync()
    {
        await ChooseAsync();
        if (Code is null)
        {
            Input = Input with { Year = ShanghaiTime.Day(time.GetUtcNow()).Year - 1 };
            return Page();
        }

        if (await register.FindAsync(Code, HttpContext.RequestAborted) is not { } unit)
        {
            return NotFound();
        }

        Input = new UnitEntry { Code = unit.Code, Name = unit.Name, Level = unit.Level, Parent = unit.Parent?.Code, TemplateSet = unit.TemplateSet, Active = unit.Active };
        return Page();
    }

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

        this.Done(Code is not null ? "已保存。" : $"已新增“{Input.Name}”。{await SetAsync()}");
        return LocalRedirect($"/units/{Input.Code.Trim()}");
    }

    private async Task<string> SetAsync() =>
        Input.TemplateSet is null && Input.Year is { } year && await register.SetOfYearAsync(year, HttpContext.RequestAborted) is { } set ? $"{year}年度用模板集“{set.Name}”。" : "";

    private async Task ChooseAsync() =>
        Sets = [new("（按年度和地区自动选）", ""), .. (await register.TemplateSetsAsync(HttpContext.RequestAborted)).Select(set => new SelectListItem(set.Name, set.Key))];
}
