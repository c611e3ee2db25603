using System.CommandLine;
using FinalAccounts.Service.Hosting;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>backup</c>, <c>restore</c> and <c>verify</c>: what the service keeps, from its own machine.</summary>
internal static class UpkeepCommands
{
    private const string Settings = "设置与 serve 相同，例如 --FinalAccounts:Data=文件夹";

    private static readonly Argument<string> File = new("文件") { Description = "备份文件（ZIP）" };
    private static readonly Option<bool> Quick = new("--quick") { Description = "只核对校验值，不重新生成版本" };

    private static readonly Option<string?> Head = new("--audit-head") { Description = "以前核对时打印的审计记录最后一条的校验值：它必须还在" };

    public static Command CreateBackup() => Create("backup", $"把服务保存的全部内容写进一个文件，服务不用停。{Settings}", [File], async (parsed, args, cancellation) =>
        Say(await Upkeeping.BackUpAsync(args, Workspace.Find().Root, parsed.GetValue(File)!, cancellation)));

    public static Command CreateRestore() => Create("restore", $"由备份恢复到空的数据库，内嵌的或 PostgreSQL 的都可以；先停止服务。{Settings}", [File], async (parsed, args, cancellation) =>
        Say(await Upkeeping.RestoreAsync(args, Workspace.Find().Root, parsed.GetValue(File)!, cancellation)));

    public static Command CreateVerify() => Create("verify", $"核对服务保存的内容：每个文件的校验值，每个版本由它保存的数据和模板重新生成、逐字节比较，签名，审计记录的链。{Settings}", [Quick, Head], async (parsed, args, cancellation) =>
        await Upkeeping.VerifyAsync(args, Workspace.Find().Root, !parsed.GetValue(Quick), parsed.GetValue(Head), line => Say(line), cancellation) ? ExitCode.Done : ExitCode.Findings);

    private static Command Create(string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, string[], CancellationToken, Task<int>> run)
    {
        // What ASP.NET Core's configuration understands is passed on to it.
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.SetAction((parsed, cancellation) => run(parsed, [.. parsed.UnmatchedTokens], cancellation));
        return command;
    }

    private static int Say(string line)
    {
        Console.Out.WriteLine(line);
        return ExitCode.Done;
    }
}
