using FinalAccounts.Service.Notices;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace FinalAccounts.Service.Pages.Notices;

/// <summary>Robots of the bureau's group chats.</summary>
[Authorize(Rights.Administer), EnableRateLimiting(RateLimits.Upload)]
public sealed class RobotsModel(RobotRegister register, FinalAccountsDb db, TimeProvider time) : PageModel
{
    /// <summary>A new one.</summary>
    [BindProperty]
    public RobotEntry Input { get; set; } = new();

    /// <summary>What it, or one that is there, gets.</summary>
    [BindProperty]
    public List<NoticeKind> Kinds { get; set; } = [];

    public IReadOnlyList<Robot> Robots { get; private set; } = [];

    /// <summary>How each fares.</summary>
    public IReadOnlyDictionary<long, NoticeHealth> Health { get; private set; } = new Dictionary<long, NoticeHealth>();

    /// <summary>How e-mails fare.</summary>
    public NoticeHealth Mail => Health.GetValueOrDefault(0, NoticeHealth.None);

    /// <summary>Forms to choose from.</summary>
    public IEnumerable<SelectListItem> Forms { get; } = [.. Enum.GetValues<RobotForm>().Select(form => new SelectListItem(NoticeWords.Of(form), form.ToString()))];

    public Task OnGetAsync(CancellationToken cancellation)
    {
        Kinds = [.. NoticeWords.OfAll];
        return ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Input = Input with { Name = Input.Name ?? "", Address = Input.Address ?? "", Kinds = Kinds };
        foreach (var (field, message) in await register.AddAsync(Input, User.Identity!.Name!, cancellation))
        {
            ModelState.AddModelError(field == nameof(Kinds) ? "" : $"Input.{field}", message);
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(cancellation);
            return Page();
        }

        this.Done($"已添加“{Input.Name}”。请试发一条，看群里是否收到。");
        return LocalRedirect("/robots");
    }

    public Task<IActionResult> OnPostChangeAsync(long id, CancellationToken cancellation) =>
        LedAsync(register.ChangeAsync(id, Kinds, User.Identity!.Name!, cancellation), "已保存。");

    public Task<IActionResult> OnPostSwitchAsync(long id, bool on, CancellationToken cancellation) =>
        LedAsync(register.SwitchAsync(id, on, User.Identity!.Name!, cancellation), on ? "已启用。" : "已停用。");

    public Task<IActionResult> OnPostDeleteAsync(long id, CancellationToken cancellation) => LedAsync(register.DeleteAsync(id, User.Identity!.Name!, cancellation), "已删除。");

    public async Task<IActionResult> OnPostTrialAsync(long id, CancellationToken cancellation)
    {
        this.Tell(await register.TryAsync(id, cancellation) is { } problem ? $"没有发出：{problem}" : null, "已试发一条，请看群里是否收到。");
        return LocalRedirect("/robots");
    }

    private async Task<IActionResult> LedAsync(Task<bool> change, string done)
    {
        this.Tell(await change ? null : "没有这个机器人，可能已被别人删除。", done);
        return LocalRedirect("/robots");
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Robots = await register.ListAsync(cancellation);
        Health = await NoticeHealth.FindAsync(db, null, time.GetUtcNow(), cancellation);
    }
}
