using System.ComponentModel;
using System.Diagnostics;

namespace FinalAccounts.Rendering.Typefaces;

/// <summary>Where this machine keeps its font files: as fontconfig says, else the system's usual folders.</summary>
internal static class FontFiles
{
    private static readonly TimeSpan ListLimit = TimeSpan.FromSeconds(20);
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".ttf", ".ttc", ".otf", ".otc" };

    public static IReadOnlyList<string> All()
    {
        var files = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? [] : FromFontconfig();
        return [.. (files.Count > 0 ? files : FromFolders()).Where(file => Extensions.Contains(Path.GetExtension(file)))
            .Distinct().Order(StringComparer.Ordinal)];
    }

    private static List<string> FromFontconfig()
    {
        try
        {
            using var list = Process.Start(new ProcessStartInfo("fc-list", ["--format", "%{file}\\n"])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            var output = list.StandardOutput.ReadToEndAsync();
            if (!list.WaitForExit(ListLimit))
            {
                list.Kill(entireProcessTree: true);
                return [];
            }
            return [.. output.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(File.Exists)];
        }
        catch (Win32Exception)
        {
            // No fontconfig here: the folders say the same, less exactly.
            return [];
        }
    }

    private static IEnumerable<string> FromFolders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] folders = OperatingSystem.IsWindows()
            ? [
                Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Microsoft", "Windows", "Fonts"),
            ]
            : OperatingSystem.IsMacOS()
                ? ["/System/Library/Fonts", "/Library/Fonts", Path.Combine(home, "Library", "Fonts")]
                : ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".fonts"), Path.Combine(home, ".local", "share", "fonts")];
        var all = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", all));
    }
}
