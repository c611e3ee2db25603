using Microsoft.Playwright;

namespace FinalAccounts.TestSupport;

/// <summary>The Chromium that tests and benchmarks look at pages with; the product needs none.</summary>
public static class Chromium
{
    private static readonly string[] Names = ["chrome-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    /// <summary>Its file. Debian's command of that name is a script that stays between us and the program: the program itself is asked first.</summary>
    public static string File { get; } =
        new[] { "/usr/lib/chromium/chromium-headless-shell" }
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))))
            .FirstOrDefault(System.IO.File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed (Debian: apt-get install chromium-headless-shell).");

    /// <summary>A browser without windows. Each page of a test lives for a moment: optimizing its scripts takes longer than they run.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = File,
        ChromiumSandbox = !Environment.IsPrivilegedProcess,
        Args = ["--disable-background-networking", "--disable-component-update", "--disable-gpu", "--js-flags=--no-maglev --no-turbofan"],
    });
}
