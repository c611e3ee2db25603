using System.CommandLine;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.Settings;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>serve</c>: web pages, API and workers, until stopped.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls") { Description = "监听的地址，用分号分开（默认 http://localhost:5000）" };
    private static readonly Option<string?> Roles = new("--roles") { Description = "这个进程做什么：web、worker，或 web,worker（默认）" };

    public static Command Create()
    {
        var command = new Command("serve", "启动服务：网页、接口和后台生成。其余设置见 docs/service.md，例如 --FinalAccounts:Data=文件夹")
        {
            Urls, Roles,
        };

        // What ASP.NET Core's configuration understands is passed on to it.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var args = parsed.UnmatchedTokens.ToList();
        if (parsed.GetValue(Urls) is { } urls)
        {
            args.AddRange(["--urls", urls]);
        }

        if (parsed.GetValue(Roles) is { } roles)
        {
            args.AddRange([$"--{ServiceOptions.Section}:{nameof(ServiceOptions.Roles)}", roles]);
        }

        await Serving.RunAsync([.. args], Workspace.Find().Root, Console.Out.WriteLine, cancellation);
        return ExitCode.Done;
    }
}
