using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Account;

/// <summary>The second half of signing in, for those who have a second factor.</summary>
[AllowAnonymous]
public sealed class CodeModel(SignInDesk desk, FinalAccountsDb db, TimeProvider time) : PageModel
{
    /// <summary>Of the authenticator, or a recovery code.</summary>
    [BindProperty, Required(ErrorMessage = "请填写动态码。"), StringLength(64)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await desk.TryCodeAsync(HttpContext, Code);
        if (!outcome.SignedIn)
        {
            ModelState.AddModelError("", outcome.Problem!);
            return Page();
        }

        db.Record(time.GetUtcNow(), outcome.Name!, "person.signed-in", outcome.Name!, "动态码");
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return LocalRedirect(Url.IsLocalUrl(To) ? To : "/");
    }
}
