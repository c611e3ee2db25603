using System.CommandLine;
using FinalAccounts.Service.Hosting;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>admin</c>: what an administrator can do from the service's own machine.</summary>
internal static class AdminCommand
{
    private static readonly Argument<string?> Name = new("登录名") { Description = "谁（默认 admin）", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create()
    {
        var unlock = new Command("unlock", "让一个人能再登录：恢复登录、换一次性密码、取消动态码，结束他的全部会话。设置与 serve 相同，例如 --FinalAccounts:Data=文件夹") { Name };
        unlock.TreatUnmatchedTokensAsErrors = false;
        unlock.SetAction(UnlockAsync);
        return new Command("admin", "在服务所在的机器上管理") { unlock };
    }

    private static async Task<int> UnlockAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (name, password) = await Administration.UnlockAsync([.. parsed.UnmatchedTokens], Workspace.Find().Root, parsed.GetValue(Name), cancellation);
        Console.Out.WriteLine($"{name} 可以登录了。一次性密码：{password}（只显示这一次，登录后必须更改）");
        return ExitCode.Done;
    }
}
