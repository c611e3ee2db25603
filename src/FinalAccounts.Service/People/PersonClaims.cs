using System.Security.Claims;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FinalAccounts.Service.People;

/// <summary>What a cookie says about a person besides name and roles.</summary>
public sealed class PersonClaims(UserManager<Person> people, RoleManager<Role> roles, FinalAccountsDb db, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person, Role>(people, roles, options)
{
    /// <summary>The name shown in pages.</summary>
    public const string DisplayName = "final-accounts:display-name";

    /// <summary>Present while the password must be changed before anything else.</summary>
    public const string MustChangePassword = "final-accounts:must-change-password";

    /// <summary>Present while a second factor must be set before anything else.</summary>
    public const string MustSetSecondFactor = "final-accounts:must-set-second-factor";

    /// <summary>Present where all roles hold for all units; then nothing needs to be looked up. Changed grants end the session.</summary>
    public const string AllUnits = "final-accounts:all-units";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName.Length > 0 ? user.DisplayName : user.UserName!));
        if (await db.UnitGrants.AnyAsync(grant => grant.PersonId == user.Id && grant.Role == null && grant.UnitId == null))
        {
            identity.AddClaim(new Claim(AllUnits, "true"));
        }

        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(MustChangePassword, "true"));
        }

        if (!user.TwoFactorEnabled && identity.HasClaim(claim => claim.Type == SecondFactorRules.Required))
        {
            identity.AddClaim(new Claim(MustSetSecondFactor, "true"));
        }

        return identity;
    }
}
