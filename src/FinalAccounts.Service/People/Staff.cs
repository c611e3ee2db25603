using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.People;

/// <summary>People and their roles, as the administrator keeps them. Nobody shuts out the last administrator.</summary>
public sealed class Staff(UserManager<Person> people, FinalAccountsDb db, GrantDesk grants, TimeProvider time)
{
    /// <summary>Everybody with roles, by sign-in name.</summary>
    public async Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken cancellation)
    {
        var roles = await (from link in db.UserRoles join role in db.Roles on link.RoleId equals role.Id select new { link.UserId, role.Name }).ToListAsync(cancellation);
        var all = await db.Users.AsNoTracking().OrderBy(person => person.UserName).ToListAsync(cancellation);
        var units = await grants.ListAsync(cancellation);
        return [.. all.Select(person => new StaffMember(
            person.UserName!, person.DisplayName, [.. Roles.All.Where(role => roles.Exists(link => link.UserId == person.Id && link.Name == role))],
            IsOff(person), person.TwoFactorEnabled, [.. units[person.Id]]))];
    }

    public async Task<StaffMember?> FindAsync(string name, CancellationToken cancellation) =>
        (await ListAsync(cancellation)).FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds somebody whose roles hold for these units; gives the one-time password, or what is wrong.</summary>
    public async Task<(string? Password, IReadOnlyList<string> Problems)> AddAsync(
        string name, string displayName, IReadOnlyCollection<string> roles, GrantEntry units, string by, CancellationToken cancellation)
    {
        var (grant, problem) = await grants.MakeAsync(units, cancellation);
        if (grant is null)
        {
            return (null, [problem!]);
        }

        var password = OneTimePassword.Create();
        var person = new Person { UserName = name.Trim(), DisplayName = displayName.Trim(), MustChangePassword = true };
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        var result = await people.CreateAsync(person, password);
        if (result.Succeeded)
        {
            result = await people.AddToRolesAsync(person, roles.Intersect(Roles.All));
        }

        if (!result.Succeeded)
        {
            return (null, [.. result.Errors.Select(error => error.Description)]);
        }

        grant.PersonId = person.Id;
        db.UnitGrants.Add(grant);
        await RecordAsync(by, "person.created", person.UserName, $"{string.Join("、", roles.Select(Roles.Name))}；{GrantView.Text(grant.Role, grant.Unit?.Code, grant.Unit?.Name, grant.WithBelow)}", cancellation);
        await transaction.CommitAsync(cancellation);
        return (password, []);
    }

    /// <summary>Changes name and roles; what is wrong, or null.</summary>
    public async Task<string?> ChangeAsync(string name, string displayName, IReadOnlyCollection<string> roles, string by, CancellationToken cancellation)
    {
        if (await people.FindByNameAsync(name) is not { } person)
        {
            return "没有这个人。";
        }

        var now = await people.GetRolesAsync(person);
        if (now.Contains(Roles.Administrator) && !roles.Contains(Roles.Administrator) && await IsLastAdministratorAsync(person))
        {
            return "这是最后一个管理员，不能去掉管理员角色。";
        }

        await using var transaction = await db.BeginRecordedAsync(cancellation);
        person.DisplayName = displayName.Trim();
        await people.RemoveFromRolesAsync(person, now.Except(roles));
        await people.AddToRolesAsync(person, roles.Intersect(Roles.All).Except(now));
        await people.UpdateSecurityStampAsync(person);
        await RecordAsync(by, "person.changed", person.UserName!, $"{string.Join("、", now.Select(Roles.Name))} → {string.Join("、", roles.Select(Roles.Name))}", cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>A new one-time password; ends sessions and any waiting after wrong ones. Null when there is nobody of this name.</summary>
    public async Task<string?> ResetAsync(string name, string by, CancellationToken cancellation)
    {
        if (await people.FindByNameAsync(name) is not { } person)
        {
            return null;
        }

        var password = OneTimePassword.Create();
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        person.MustChangePassword = true;
        await people.ResetPasswordAsync(person, await people.GeneratePasswordResetTokenAsync(person), password);
        await RecordAsync(by, "person.password-reset", person.UserName!, null, cancellation);
        await transaction.CommitAsync(cancellation);
        return password;
    }

    /// <summary>Shuts somebody out, or lets them in again; what is wrong, or null.</summary>
    public async Task<string?> SwitchAsync(string name, bool on, string by, CancellationToken cancellation)
    {
        if (await people.FindByNameAsync(name) is not { } person)
        {
            return "没有这个人。";
        }

        if (!on && string.Equals(name, by, StringComparison.OrdinalIgnoreCase))
        {
            return "不能停用自己。";
        }

        if (!on && await people.IsInRoleAsync(person, Roles.Administrator) && await IsLastAdministratorAsync(person))
        {
            return "这是最后一个管理员，不能停用。";
        }

        await using var transaction = await db.BeginRecordedAsync(cancellation);
        await people.SetLockoutEndDateAsync(person, on ? null : DateTimeOffset.MaxValue);
        await people.UpdateSecurityStampAsync(person);
        await RecordAsync(by, on ? "person.enabled" : "person.disabled", person.UserName!, null, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Takes somebody's second factor away, who has lost the telephone; ends all sessions. What is wrong, or null.</summary>
    public async Task<string?> WithoutSecondFactorAsync(string name, string by, CancellationToken cancellation)
    {
        if (await people.FindByNameAsync(name) is not { } person)
        {
            return "没有这个人。";
        }

        await using var transaction = await db.BeginRecordedAsync(cancellation);
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person);
        await RecordAsync(by, "person.second-factor-off", person.UserName!, null, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private async Task<bool> IsLastAdministratorAsync(Person person) =>
        !(await people.GetUsersInRoleAsync(Roles.Administrator)).Any(other => other.Id != person.Id && !IsOff(other));

    private async Task RecordAsync(string by, string action, string subject, string? detail, CancellationToken cancellation)
    {
        db.Record(time.GetUtcNow(), by, action, subject, detail);
        await db.SaveChangesAsync(cancellation);
    }

    // Identity's lock, which ends nowhere, is a person shut out.
    private static bool IsOff(Person person) => person.LockoutEnd is { Year: >= 9999 };
}

/// <summary>Somebody who may sign in.</summary>
/// <param name="Off">Shut out by the administrator.</param>
/// <param name="SecondFactor">Asked for at sign-in.</param>
/// <param name="Units">For which units the roles hold.</param>
public sealed record StaffMember(string Name, string DisplayName, IReadOnlyList<string> Roles, bool Off, bool SecondFactor, IReadOnlyList<GrantView> Units);
