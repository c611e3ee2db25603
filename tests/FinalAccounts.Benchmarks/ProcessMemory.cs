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
    public static double OfTree(int process) => ProcessTree.Of(process).Sum(Of);
}
