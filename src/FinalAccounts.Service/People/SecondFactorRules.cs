using System.Security.Claims;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.People;

/// <summary>Which roles need a second factor (TOTP, RFC 6238). Who has such a role and none set gets to nothing but the page that sets it.</summary>
public sealed class SecondFactorRules(RoleManager<Role> roles, UserManager<Person> people, FinalAccountsDb db, TimeProvider time)
{
    /// <summary>A role's claim; every session of its people carries it.</summary>
    public const string Required = "final-accounts:second-factor-required";

    /// <summary>How the sign-in through an identity provider is marked: a second factor is that provider's matter.</summary>
    public const string External = "external";

    /// <summary>The roles that need one.</summary>
    public async Task<IReadOnlyList<string>> ListAsync()
    {
        var found = await (from claim in db.RoleClaims join role in db.Roles on claim.RoleId equals role.Id where claim.ClaimType == Required select role.Name).ToListAsync();
        return [.. Roles.All.Where(found.Contains)];
    }

    /// <summary>Sets them; ends the sessions of whom it concerns.</summary>
    public async Task SetAsync(IReadOnlyCollection<string> wanted, string by, CancellationToken cancellation)
    {
        var now = await ListAsync();
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        foreach (var name in Roles.All.Where(name => now.Contains(name) != wanted.Contains(name)))
        {
            var role = (await roles.FindByNameAsync(name))!;
            if (!wanted.Contains(name))
            {
                await roles.RemoveClaimAsync(role, new Claim(Required, "true"));
                continue;
            }

            await roles.AddClaimAsync(role, new Claim(Required, "true"));
            foreach (var person in (await people.GetUsersInRoleAsync(name)).Where(person => !person.TwoFactorEnabled))
            {
                await people.UpdateSecurityStampAsync(person);
            }
        }

        db.Record(time.GetUtcNow(), by, "role.second-factor", "second-factor", string.Join("、", Roles.All.Where(wanted.Contains).Select(Roles.Name).DefaultIfEmpty("都不要求")));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
