using System.ComponentModel.DataAnnotations;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.Pages.Account;

/// <summary>A new password; the first sign-in leads here and nowhere else.</summary>
[Authorize(Rights.Read)]
public sealed class PasswordModel(UserManager<Person> people, SignInManager<Person> signIn, SignInAttempts attempts, FinalAccountsDb db, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Whether nothing else works before.</summary>
    public bool Forced => User.HasClaim(claim => claim.Type == PersonClaims.MustChangePassword);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || await people.GetUserAsync(User) is not { } person)
        {
            return Page();
        }

        // Whoever sits at somebody else's session could guess on.
        var (address, name, stamp) = (SignInDesk.AddressOf(HttpContext), person.UserName!, person.SecurityStamp ?? "");
        if (attempts.Begin(address, name, stamp) is { Ticks: > 0 } wait)
        {
            ModelState.AddModelError("Input.Current", SignInDesk.TooOften(wait));
            return Page();
        }

        if (await people.CheckPasswordAsync(person, Input.Current))
        {
            attempts.Succeeded(address, name, stamp);
        }

        person.MustChangePassword = false;
        db.Record(time.GetUtcNow(), person.UserName!, "person.password-changed", person.UserName!);
        var result = await people.ChangePasswordAsync(person, Input.Current, Input.New);
        if (!result.Succeeded)
        {
            db.ChangeTracker.Clear();
            foreach (var error in result.Errors)
            {
                ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Input.Current" : "Input.New", error.Description);
            }

            return Page();
        }

        await signIn.RefreshSignInAsync(person);
        this.Done("密码已修改。");
        return LocalRedirect("/");
    }

    /// <summary>The form.</summary>
    public sealed class Form : IValidatableObject
    {
        /// <summary>The old one.</summary>
        [Required(ErrorMessage = "请填写现在的密码。"), StringLength(256)]
        public string Current { get; set; } = "";

        /// <summary>The new one.</summary>
        [Required(ErrorMessage = "请填写新密码。"), StringLength(256)]
        public string New { get; set; } = "";

        /// <summary>The new one once more.</summary>
        [Compare(nameof(New), ErrorMessage = "两次填写的新密码不一样。")]
        public string Again { get; set; } = "";

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (New == Current)
            {
                yield return new ValidationResult("新密码要与现在的密码不同。", [nameof(New)]);
            }
        }
    }
}
