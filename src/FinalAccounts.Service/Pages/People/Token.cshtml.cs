using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.People;

/// <summary>One token: what it may do, and for which units, which can be changed while it is in use.</summary>
[Authorize(Rights.Administer)]
public sealed class TokenModel(TokenRegister register, GrantDesk grants, FinalAccountsDb db, TimeProvider time) : PageModel
{
    public ApiToken Token { get; private set; } = null!;

    /// <summary>More units.</summary>
    [BindProperty]
    public GrantEntry Units { get; set; } = new();

    /// <summary>Its units, and the form for more.</summary>
    public GrantList Grants { get; private set; } = null!;

    /// <summary>Whether systems can still use it.</summary>
    public bool Holds => Token.RevokedAt is null && Token.ExpiresAt > time.GetUtcNow();

    private string By => User.Identity!.Name!;

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(long id) => await FindAsync(id, null) ? Page() : NotFound();

    public async Task<IActionResult> OnPostGiveAsync(long id)
    {
        if (!await FindAsync(id, null))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (await grants.GiveAsync(Token, Units, By, Cancellation) is { } problem)
        {
            await FindAsync(id, problem);
            return Page();
        }

        this.Done("已给予；从下一次调用起有效。");
        return LocalRedirect($"/tokens/{id}");
    }

    public async Task<IActionResult> OnPostTakeAsync(long id, long grant)
    {
        if (!await FindAsync(id, null))
        {
            return NotFound();
        }

        this.Tell(await grants.TakeAsync(Token, grant, By, Cancellation), "已收回；从下一次调用起有效。");
        return LocalRedirect($"/tokens/{id}");
    }

    private async Task<bool> FindAsync(long id, string? problem)
    {
        if (await register.FindAsync(id, Cancellation) is not { } token)
        {
            return false;
        }

        Token = token;
        Grants = new GrantList(
            $"/tokens/{id}", [.. (await grants.OfTokensAsync(Cancellation))[id]], await GrantChoice.OfAsync(db, "给予", Units, problem, Cancellation),
            $"令牌“{token.Name}”", "这个系统从下一次调用起");
        return true;
    }
}
