using System.Globalization;

namespace FinalAccounts.Benchmarks;

/// <summary>Processes with those below them, and the processor time that they used.</summary>
internal static class ProcessTree
{
    private const double TicksPerSecond = 100;

    /// <summary>The process and all below it.</summary>
    public static IReadOnlyList<int> Of(int process)
    {
        var below = All().ToLookup(one => one.Parent, one => one.Process);
        IEnumerable<int> Tree(int one) => below[one].SelectMany(Tree).Prepend(one);
        return [.. Tree(process)];
    }

    /// <summary>Seconds of processor time of this process alone.</summary>
    public static double Seconds(int process) => Fields($"/proc/{process}") is { } fields ? (fields[11] + fields[12]) / TicksPerSecond : 0;

    /// <summary>Seconds of processor time of the process, of all below it, and of those below it that have ended.</summary>
    public static double SecondsOfTree(int process) =>
        Of(process).Sum(one => Fields($"/proc/{one}") is { } fields ? (fields[11] + fields[12] + fields[13] + fields[14]) / TicksPerSecond : 0);

    private static IEnumerable<(int Process, int Parent)> All()
    {
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var process) && Fields(folder) is { } fields)
            {
                yield return (process, (int)fields[1]);
            }
        }
    }

    // What stands behind the name in /proc/PID/stat, counted from the state (0): parent 1, user and system time 11 and 12, those of ended children 13 and 14.
    private static double[]? Fields(string folder)
    {
        try
        {
            // The name in brackets may hold spaces.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return [.. stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Select((field, i) => i == 0 ? 0 : double.Parse(field, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            // It ended while being looked at.
            return null;
        }
    }
}
