using System.CommandLine;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.People;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>admin</c>: what an administrator can do from the service's own machine.</summary>
internal static class AdminCommand
{
    private static readonly Argument<string?> Name = new("登录名") { Description = "谁（默认 admin）", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<string> KeyFile = new("文件") { Description = "私钥的文件，不能已经存在" };

    private static readonly Argument<string> Person = new("登录名") { Description = "谁" };

    private static readonly Option<string?> Unit = new("--unit") { Description = "单位代码", HelpName = "代码" };

    private static readonly Option<bool> All = new("--all") { Description = "全部单位" }, Below = new("--below") { Description = "及全部下级" };

    private static readonly Option<string?> Role = new("--role") { Description = "只用作这个角色：finance（财务）、reviewer（审核）；不写的是他的全部角色和查看", HelpName = "角色" };

    public static Command Create()
    {
        var unlock = new Command("unlock", "让一个人能再登录：恢复登录、换一次性密码、取消动态码，结束他的全部会话。设置与 serve 相同，例如 --FinalAccounts:Data=文件夹") { Name };
        unlock.TreatUnmatchedTokensAsErrors = false;
        unlock.SetAction(UnlockAsync);
        var key = new Command("new-key", "新建给公开的版本签名的密钥（ECDSA P-256）：私钥写进这个只有自己能读的文件，公钥写在旁边的 .pub") { KeyFile };
        key.SetAction(parsed => NewKey(parsed.GetValue(KeyFile)!));
        return new Command("admin", "在服务所在的机器上管理")
        {
            unlock, key,
            Grants("give", "给一个人单位：他的角色只用在给了的单位上", take: false, Unit, All, Below, Role),
            Grants("take", "收回给过的单位，写法要与给的时候相同", take: true, Unit, All, Below, Role),
            Grants("units", "一个人有哪些单位", take: false),
        };
    }

    private static Command Grants(string name, string description, bool take, params Option[] options)
    {
        var command = new Command(name, description + "。设置与 serve 相同") { Person };
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => GrantAsync(
            parsed, options.Length == 0 ? null : new GrantEntry { All = parsed.GetValue(All), Unit = parsed.GetValue(Unit), WithBelow = parsed.GetValue(Below), Role = parsed.GetValue(Role) }, take, cancellation));
        return command;
    }

    private static async Task<int> GrantAsync(ParseResult parsed, GrantEntry? entry, bool take, CancellationToken cancellation)
    {
        var (who, units) = await Administration.GrantAsync([.. parsed.UnmatchedTokens], Workspace.Find().Root, parsed.GetValue(Person)!, entry, take, cancellation);
        var done = entry is null ? "" : take ? "已收回。" : "已给予。";
        Console.Out.WriteLine(done + (units.Count == 0 ? $"{who}一个单位也没有，登录后看不到任何单位。" : $"{who}的单位：{string.Join("；", units)}。"));
        return ExitCode.Done;
    }

    private static int NewKey(string file)
    {
        Administration.MakeKey(file);
        Console.Out.WriteLine($"私钥：{file}（FinalAccounts__SigningKey 写它；另存一份在离线的地方）。公钥：{file}.pub（公布它，别人用它核对签名）。");
        return ExitCode.Done;
    }

    private static async Task<int> UnlockAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (name, password) = await Administration.UnlockAsync([.. parsed.UnmatchedTokens], Workspace.Find().Root, parsed.GetValue(Name), cancellation);
        Console.Out.WriteLine($"{name} 可以登录了。一次性密码：{password}（只显示这一次，登录后必须更改）");
        return ExitCode.Done;
    }
}
