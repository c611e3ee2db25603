using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.Pages.Account;

/// <summary>Sign-in with name and password, or through the bureau's identity provider where configured.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInManager<Person> signIn, SignInDesk desk, FinalAccountsDb db, TimeProvider time, OpenIdConnectSignIn provider) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Whether something was sent without a session, and not kept.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Lost { get; set; }

    /// <summary>The identity provider's name; null when there is none.</summary>
    public string? Provider => provider.Authority.Length > 0 ? provider.Name : null;

    public IActionResult OnGetProvider() => Provider is null
        ? NotFound()
        : Challenge(signIn.ConfigureExternalAuthenticationProperties(OpenIdConnectSignIn.Scheme, $"/sign-in?handler=Returned&to={Uri.EscapeDataString(Target)}"), OpenIdConnectSignIn.Scheme);

    /// <summary>Back from the identity provider: somebody whom the administrator has entered.</summary>
    public async Task<IActionResult> OnGetReturnedAsync()
    {
        var login = await signIn.GetExternalLoginInfoAsync();
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        var name = login?.Principal.FindFirst(provider.NameClaim)?.Value;
        var person = name is null ? null : await signIn.UserManager.FindByNameAsync(name);
        if (person is null || !await signIn.CanSignInAsync(person) || await signIn.UserManager.IsLockedOutAsync(person))
        {
            ModelState.AddModelError("", name is null ? "身份认证没有完成，请再试一次。" : $"“{name}”还不能使用本系统，请联系管理员。");
            return Page();
        }

        if (person.MustChangePassword)
        {
            // Whom the provider knows needs no password here; the one-time password ends unused.
            person.MustChangePassword = false;
            await signIn.UserManager.RemovePasswordAsync(person);
        }

        await signIn.SignInAsync(person, isPersistent: false, SecondFactorRules.External);
        await RecordAsync(person.UserName!, "person.signed-in", "统一身份认证");
        return LocalRedirect(Target);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await desk.TryAsync(HttpContext, Input.Name, Input.Password);
        if (outcome.SignedIn)
        {
            await RecordAsync(Input.Name.Trim(), "person.signed-in", null);
            return LocalRedirect(Target);
        }

        if (outcome.NeedsCode)
        {
            return LocalRedirect($"/sign-in/code?to={Uri.EscapeDataString(Target)}");
        }

        ModelState.AddModelError("", outcome.Problem!);
        return Page();
    }

    private string Target => Url.IsLocalUrl(To) ? To : "/";

    private async Task RecordAsync(string name, string action, string? detail)
    {
        db.Record(time.GetUtcNow(), name, action, name, detail);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    }

    /// <summary>The form.</summary>
    public sealed class Form
    {
        /// <summary>Sign-in name.</summary>
        [Required(ErrorMessage = "请填写登录名。"), StringLength(256)]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "请填写密码。"), StringLength(256)]
        public string Password { get; set; } = "";
    }
}
