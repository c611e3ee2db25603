using FinalAccounts.Service.People;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.Hosting;

/// <summary>What an empty database gets: the roles, an administrator, the sample. Every step looks first, so that a start that was cut short is made good by the next.</summary>
internal sealed class FirstStart(
    FinalAccountsDb db, RoleManager<Role> roles, UserManager<Person> people, SampleUnit sample, ServiceOptions options, TimeProvider time)
{
    public const string AdministratorName = "admin";

    /// <summary>Fills what is missing; gives the one-time password when it made one up for a new administrator, else null.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        foreach (var role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                Check(await roles.CreateAsync(new Role { Name = role }));
            }
        }

        var password = options.IsWeb ? await AdministratorAsync(cancellation) : null;
        if ((options.Sample ?? db is SqliteDb) && !await db.Units.AnyAsync(cancellation))
        {
            await sample.LoadAsync(cancellation);
        }

        return password;
    }

    private async Task<string?> AdministratorAsync(CancellationToken cancellation)
    {
        if ((await people.GetUsersInRoleAsync(Roles.Administrator)).Count > 0)
        {
            return null;
        }

        var password = options.FirstPassword ?? OneTimePassword.Create();
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        var person = new Person { UserName = AdministratorName, DisplayName = "管理员", MustChangePassword = true };
        Check(await people.CreateAsync(person, password));
        Check(await people.AddToRoleAsync(person, Roles.Administrator));
        db.UnitGrants.Add(new UnitGrant { PersonId = person.Id });
        db.Audit.Add(new AuditEntry { At = time.GetUtcNow(), By = "system", Action = "person.created", Subject = AdministratorName });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return options.FirstPassword is null ? password : null;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new StartupException("不能建立管理员：" + string.Join("；", result.Errors.Select(error => error.Description)));
        }
    }
}
