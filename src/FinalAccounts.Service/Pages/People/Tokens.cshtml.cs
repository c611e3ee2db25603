using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.People;

/// <summary>Tokens of the bureau's systems.</summary>
[Authorize(Rights.Administer)]
public sealed class TokensModel(TokenRegister register, GrantDesk grants, FinalAccountsDb db, TimeProvider time) : PageModel
{
    /// <summary>For people, and in the audit log.</summary>
    [BindProperty, Required(ErrorMessage = "请填写名称。"), StringLength(64, ErrorMessage = "名称最多 64 个字。")]
    public string Name { get; set; } = "";

    /// <summary>What it may do.</summary>
    [BindProperty]
    public List<string> Scopes { get; set; } = [];

    /// <summary>How long it holds.</summary>
    [BindProperty, Range(1, TokenRegister.MaxDays, ErrorMessage = "有效期为 1 至 366 天。")]
    public int Days { get; set; } = 180;

    /// <summary>For which units.</summary>
    [BindProperty]
    public GrantEntry Units { get; set; } = GrantEntry.Everything;

    /// <summary>The units to choose from.</summary>
    public GrantChoice Choice { get; private set; } = null!;

    /// <summary>The units of each token.</summary>
    public ILookup<long, GrantView> Grants { get; private set; } = null!;

    /// <summary>All, newest first.</summary>
    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    public string? Made { get; private set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public Task OnGetAsync() => FillAsync(null);

    public async Task OnPostAsync()
    {
        if (!Rights.Scopes.Keys.Intersect(Scopes).Any())
        {
            ModelState.AddModelError(nameof(Scopes), "请至少选择一个范围。");
        }

        string? problem = null;
        if (ModelState.IsValid)
        {
            (Made, problem) = await register.CreateAsync(Name, Scopes, Units, Days, User.Identity!.Name!, HttpContext.RequestAborted);
        }

        await FillAsync(problem);
    }

    public async Task<IActionResult> OnPostRevokeAsync(long id)
    {
        var revoked = await register.RevokeAsync(id, User.Identity!.Name!, HttpContext.RequestAborted);
        this.Tell(revoked ? null : "这个令牌已经作废过了。", "令牌已作废，立即失效。");
        return LocalRedirect("/tokens");
    }

    private async Task FillAsync(string? problem)
    {
        Tokens = await register.ListAsync(HttpContext.RequestAborted);
        Grants = await grants.OfTokensAsync(HttpContext.RequestAborted);
        Choice = await GrantChoice.OfAsync(db, "用于", Units, problem, HttpContext.RequestAborted);
    }
}
