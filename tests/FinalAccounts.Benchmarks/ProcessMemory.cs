using System.Globalization;

namespace FinalAccounts.Benchmarks;

/// <summary>Proportional set sizes in MB: what a process adds to the machine's use of memory, shared pages divided among their users.</summary>
internal static class ProcessMemory
{
    public static double Of(int process)
    {
        try
        {
            var pss = File.ReadLines($"/proc/{process}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
            return double.Parse(pss.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // It ended while being looked at.
            return 0;
        }
    }

    /// <summary>The process and all below it.</summary>
    public static double OfTree(int process)
    {
        var below = Parents().ToLookup(pair => pair.Parent, pair => pair.Process);
        double Sum(int one) => Of(one) + below[one].Sum(Sum);
        return Sum(process);
    }

    private static IEnumerable<(int Process, int Parent)> Parents()
    {
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var process) && Parent(folder) is { } parent)
            {
                yield return (process, parent);
            }
        }
    }

    private static int? Parent(string folder)
    {
        try
        {
            // The name in brackets may hold spaces.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
