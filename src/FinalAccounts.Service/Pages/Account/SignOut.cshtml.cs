using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.Pages.Account;

/// <summary>Ends all sessions of the person, here and elsewhere; a GET shows the sign-in page.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignInManager<Person> signIn) : PageModel
{
    /// <summary>Nothing ends by following a link.</summary>
    public IActionResult OnGet() => LocalRedirect("/sign-in");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.UserManager.GetUserAsync(User) is { } person)
        {
            await signIn.UserManager.UpdateSecurityStampAsync(person);
        }

        await signIn.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}
