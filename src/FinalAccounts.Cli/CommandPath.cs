using System.CommandLine.Parsing;

namespace FinalAccounts.Cli;

/// <summary>The names of a command and its parents below the root, for pointing at the right help page.</summary>
internal static class CommandPath
{
    /// <summary>For instance: sets, show.</summary>
    public static IEnumerable<string> Path(this CommandResult result)
    {
        var names = new Stack<string>();
        for (SymbolResult? current = result; current?.Parent is CommandResult; current = current.Parent)
        {
            names.Push(((CommandResult)current).Command.Name);
        }

        return names;
    }
}
