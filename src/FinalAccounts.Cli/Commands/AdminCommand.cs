using System.CommandLine;
using FinalAccounts.Service.Hosting;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>admin</c>: what an administrator can do from the service's own machine.</summary>
internal static class AdminCommand
{
    private static readonly Argument<string?> Name = new("登录名") { Description = "谁（默认 admin）", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<string> KeyFile = new("文件") { Description = "私钥的文件，不能已经存在" };

    public static Command Create()
    {
        var unlock = new Command("unlock", "让一个人能再登录：恢复登录、换一次性密码、取消动态码，结束他的全部会话。设置与 serve 相同，例如 --FinalAccounts:Data=文件夹") { Name };
        unlock.TreatUnmatchedTokensAsErrors = false;
        unlock.SetAction(UnlockAsync);
        var key = new Command("new-key", "新建给公开的版本签名的密钥（ECDSA P-256）：私钥写进这个只有自己能读的文件，公钥写在旁边的 .pub") { KeyFile };
        key.SetAction(parsed => NewKey(parsed.GetValue(KeyFile)!));
        return new Command("admin", "在服务所在的机器上管理") { unlock, key };
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
