using Spectre.Console;

namespace FinalAccounts.Cli;

/// <summary>The console that commands write to.</summary>
internal static class Terminal
{
    /// <summary>Wide lines when the output goes to a file or a pipe: nothing is wrapped or cut there.</summary>
    public static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 100_000;
        }

        return console;
    }
}
