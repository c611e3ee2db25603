using System.Diagnostics;
using System.Text;

namespace FinalAccounts.Tests.Cli;

/// <summary>Runs the command as people do, as a process of its own.</summary>
internal static class CommandProcess
{
    public static Task<(int Code, string Output)> Run(params string[] arguments) => RunIn(Repository.Root, arguments);

    public static async Task<(int Code, string Output)> RunIn(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "finalaccounts.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["FINALACCOUNTS_HOME"] = home;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
