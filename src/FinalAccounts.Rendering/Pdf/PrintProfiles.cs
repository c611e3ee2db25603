using System.Diagnostics;
using System.Globalization;

namespace FinalAccounts.Rendering.Pdf;

/// <summary>The browsers' profile folders, named after the process that uses them, so that those of a process that was killed can be told and removed.</summary>
internal static class PrintProfiles
{
    private const string Prefix = "finalaccounts-print-";

    private static readonly Lock Once = new();
    private static bool removed;

    /// <summary>A folder of this process.</summary>
    public static DirectoryInfo Create() => Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-");

    /// <summary>Removes those whose process is gone; once in a process.</summary>
    public static void RemoveLeftovers()
    {
        lock (Once)
        {
            if (removed)
            {
                return;
            }

            removed = true;
        }

        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*").Where(IsLeft))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another process removes it at this moment.
            }
        }
    }

    private static bool IsLeft(string folder)
    {
        var name = Path.GetFileName(folder)[Prefix.Length..];
        var end = name.IndexOf('-', StringComparison.Ordinal);
        if (end < 0 || !int.TryParse(name[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
