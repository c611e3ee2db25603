using System.Diagnostics;
using System.Text;
using FinalAccounts.Cli;

namespace FinalAccounts.Tests.Cli;

/// <summary>Runs the command as people do, as a process of its own.</summary>
internal static class CommandProcess
{
    public static Task<(int Code, string Output)> RunAlone(params string[] arguments) => RunIn(Repository.Root, arguments);

    /// <summary>The same program from its beginning, inside the tests' process: what it says and its exit code, without a start. One at a time, for the console is one.</summary>
    public static Task<(int Code, string Output)> Run(params string[] arguments) => Task.Run(() =>
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(complained);
            var code = (int)typeof(Workspace).Assembly.EntryPoint!.Invoke(null, [arguments])!;
            return (code, said.ToString() + complained);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    });

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

/// <summary>The tests that run commands inside this process: one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection
{
    internal const string Name = "console";
}
