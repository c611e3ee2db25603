using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.Pages.Account;

/// <summary>Sets one's second factor, or takes it away. Both end all other sessions.</summary>
[Authorize(Rights.Read)]
public sealed class SecondFactorModel(UserManager<Person> people, SignInManager<Person> signIn, SignInAttempts attempts, FinalAccountsDb db, TimeProvider time) : PageModel
{
    private const int RecoveryCount = 8;

    /// <summary>What the authenticator shows.</summary>
    [BindProperty, Required(ErrorMessage = "请填写动态码。"), StringLength(64)]
    public string Code { get; set; } = "";

    /// <summary>Whether nothing else works before.</summary>
    public bool Forced => PasswordChangeGate.MustSetSecondFactor(User);

    /// <summary>Whether it is asked for at sign-in.</summary>
    public bool Enabled { get; private set; }

    /// <summary>The secret in groups of four, for typing.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The same as authenticators read it.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Recovery codes that are left.</summary>
    public int CodesLeft { get; private set; }

    /// <summary>New ones, shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Shows the secret, or that it is set.</summary>
    public async Task<IActionResult> OnGetAsync() => await people.GetUserAsync(User) is { } person ? await ShowAsync(person) : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await people.GetUserAsync(User) is not { TwoFactorEnabled: false } person)
        {
            return LocalRedirect("/account/second-factor");
        }

        if (!ModelState.IsValid || !await IsRightAsync(person))
        {
            return await ShowAsync(person);
        }

        await people.SetTwoFactorEnabledAsync(person, true);
        RecoveryCodes = [.. (await people.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCount))!];
        await RecordAsync(person, "person.second-factor-set");
        return Page();
    }

    /// <summary>Takes it away.</summary>
    public async Task<IActionResult> OnPostOffAsync()
    {
        if (await people.GetUserAsync(User) is not { TwoFactorEnabled: true } person)
        {
            return LocalRedirect("/account/second-factor");
        }

        if (!ModelState.IsValid || !await IsRightAsync(person))
        {
            return await ShowAsync(person);
        }

        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person);
        await RecordAsync(person, "person.second-factor-off");
        this.Done("动态码已停用。");
        return LocalRedirect("/account");
    }

    private async Task<IActionResult> ShowAsync(Person person)
    {
        Enabled = person.TwoFactorEnabled;
        CodesLeft = Enabled ? await people.CountRecoveryCodesAsync(person) : 0;
        if (!Enabled)
        {
            if (await people.GetAuthenticatorKeyAsync(person) is not { Length: > 0 })
            {
                await people.ResetAuthenticatorKeyAsync(person);
                await signIn.RefreshSignInAsync(person);
            }

            var key = (await people.GetAuthenticatorKeyAsync(person))!;
            Key = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
            Address = $"otpauth://totp/FinalAccounts:{Uri.EscapeDataString(person.UserName!)}?secret={key}&issuer=FinalAccounts&digits=6";
        }

        return Page();
    }

    private async Task<bool> IsRightAsync(Person person)
    {
        var (address, name, stamp) = (SignInDesk.AddressOf(HttpContext), person.UserName! + " code", person.SecurityStamp ?? "");
        if (attempts.Begin(address, name, stamp) is { Ticks: > 0 } wait)
        {
            ModelState.AddModelError(nameof(Code), SignInDesk.TooOften(wait));
            return false;
        }

        if (!await people.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, Code.Replace(" ", "", StringComparison.Ordinal)))
        {
            ModelState.AddModelError(nameof(Code), "动态码不对。请看手机的时间是不是自动校准的，再填现在显示的数字。");
            return false;
        }

        attempts.Succeeded(address, name, stamp);
        return true;
    }

    private async Task RecordAsync(Person person, string action)
    {
        await signIn.RefreshSignInAsync(person);
        db.Record(time.GetUtcNow(), person.UserName!, action, person.UserName!);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    }
}
