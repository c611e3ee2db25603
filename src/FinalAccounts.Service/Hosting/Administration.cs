using System.Data.Common;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Settings;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.Hosting;

/// <summary>What an administrator can do from the machine itself, beside a running service: whoever may read its settings may do anything with its database.</summary>
public static class Administration
{
    private const string By = "本机命令";

    /// <summary>Lets somebody in again: not shut out, nothing that has to be waited for, a new one-time password, no second factor. Ends all sessions.</summary>
    /// <param name="args">Settings as <c>serve</c> takes them.</param>
    /// <param name="home">Where templates/ stands.</param>
    /// <param name="name">Whom; null for the administrator of the first start.</param>
    /// <returns>The one-time password.</returns>
    /// <exception cref="StartupException">There is no such person, or no database.</exception>
    public static async Task<(string Name, string Password)> UnlockAsync(string[] args, string home, string? name, CancellationToken cancellation)
    {
        return await WithStoreAsync(args, home, async services =>
        {
            var staff = services.GetRequiredService<Staff>();
            var wanted = name ?? FirstStart.AdministratorName;
            if (await staff.FindAsync(wanted, cancellation) is not { } member)
            {
                var administrators = await services.GetRequiredService<UserManager<Person>>().GetUsersInRoleAsync(Roles.Administrator);
                throw new StartupException($"没有登录名为“{wanted}”的人。管理员有：{string.Join("、", administrators.Select(person => person.UserName).DefaultIfEmpty("还没有，先启动一次服务"))}。");
            }

            await staff.SwitchAsync(member.Name, on: true, By, cancellation);
            await staff.WithoutSecondFactorAsync(member.Name, By, cancellation);
            return (member.Name, (await staff.ResetAsync(member.Name, By, cancellation))!);
        });
    }

    /// <summary>Gives somebody units, or takes them back.</summary>
    /// <param name="args">Settings as <c>serve</c> takes them.</param>
    /// <param name="home">Where templates/ stands.</param>
    /// <param name="name">Whom.</param>
    /// <param name="entry">Which; null only to be told what they have.</param>
    /// <param name="take">Whether it is taken back.</param>
    /// <returns>Who it is, and what they have now, a sentence each.</returns>
    /// <exception cref="StartupException">There is no such person, unit or grant.</exception>
    public static Task<(string Who, IReadOnlyList<string> Units)> GrantAsync(string[] args, string home, string name, GrantEntry? entry, bool take, CancellationToken cancellation) => WithStoreAsync(args, home, async services =>
    {
        var (desk, staff) = (services.GetRequiredService<GrantDesk>(), services.GetRequiredService<Staff>());
        async Task<StaffMember> MemberAsync() => await staff.FindAsync(name, cancellation) ?? throw new StartupException($"没有登录名为“{name}”的人。在“人员”页可以看到各人的登录名。");
        var member = await MemberAsync();
        var who = $"{member.DisplayName}（{member.Name}）";
        if (entry is not null)
        {
            var role = string.IsNullOrEmpty(entry.Role) ? null : entry.Role;
            var code = entry.All ? null : entry.Unit?.Trim();
            if (entry.All == !string.IsNullOrEmpty(entry.Unit))
            {
                throw new StartupException("请写明哪些单位：--unit 单位代码（加上 --below 就包括全部下级），或者 --all（全部单位），两个里写一个。");
            }

            if (role is not null && !GrantDesk.Divided.Contains(role))
            {
                throw new StartupException($"--role 只能是 {string.Join("、", GrantDesk.Divided.Select(other => $"{other}（{Roles.Name(other)}）"))}；不写就是他的全部角色和查看。");
            }

            var problem = !take ? await desk.GiveAsync(name, entry, By, cancellation)
                : member.Units.FirstOrDefault(grant => grant.Role == role && grant.Code == code && grant.WithBelow == entry.WithBelow) is { } grant ? await desk.TakeAsync(name, grant.Id, By, cancellation)
                : $"{who}没有这一条，没有改动。收回时的写法要与给的时候相同。他有：{string.Join("；", member.Units.Select(unit => unit.ToString()).DefaultIfEmpty("一个单位也没有"))}。";
            if (problem is not null)
            {
                throw new StartupException(problem);
            }
        }

        return (who, (IReadOnlyList<string>)[.. (await MemberAsync()).Units.Select(unit => unit.ToString())]);
    });

    /// <summary>A new key for signatures: the private part in a file that only its owner may read, the public part beside it.</summary>
    /// <exception cref="IOException">There is such a file already.</exception>
    public static void MakeKey(string file)
    {
        var (secret, open) = EditionSignatures.NewKey();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(file, options))
        {
            writer.Write(secret);
        }

        File.WriteAllText(file + ".pub", open);
    }

    /// <summary>Does something with the services over the database that these settings name, without serving.</summary>
    /// <exception cref="StartupException">There is no database.</exception>
    internal static async Task<T> WithStoreAsync<T>(string[] args, string home, Func<IServiceProvider, Task<T>> use)
    {
        await using var app = ServiceHost.Build([.. args, "--Logging:LogLevel:Default=Error"], home);
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            return await use(scope.ServiceProvider);
        }
        catch (DbException exception)
        {
            throw new StartupException($"不能使用数据库：{exception.Message} 请用与 serve 相同的设置，并先启动过一次服务。", exception);
        }
    }
}
