using FinalAccounts.Formulas;
using FinalAccounts.Import;
using Spectre.Console;
using System.CommandLine;

namespace FinalAccounts.Cli;

/// <summary>The units that a command line names, each with its template set, which is read once.</summary>
internal static class UnitInputs
{
    /// <summary>The units; null when a set is broken, which is then told.</summary>
    public static IReadOnlyList<(ImportRequest Request, CompiledSet Set)>? Read(
        InputOptions input, ParseResult parsed, Workspace workspace, IAnsiConsole console, CancellationToken cancellation)
    {
        var units = new List<(ImportRequest Request, CompiledSet Set)>();
        var sets = new Dictionary<string, CompiledSet?>(StringComparer.Ordinal);
        foreach (var request in input.ReadAll(parsed))
        {
            var key = input.SetFor(parsed, request, workspace, cancellation);
            if (!sets.TryGetValue(key, out var set))
            {
                sets.Add(key, set = SetLoader.Load(workspace, key, console));
            }

            if (set is null)
            {
                return null;
            }

            units.Add((request, set));
        }

        return units;
    }
}
