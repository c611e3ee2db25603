namespace FinalAccounts.Rendering.Pdf;

/// <summary>Finds the browser that prints: any Chromium will do.</summary>
internal static class BrowserFile
{
    // The headless shell comes first: it starts in half the time and prints with half the work, for it writes the PDF where
    // the page is laid out; a full Chromium hands every page to a process of its own and composes them there.
    private static readonly string[] Names =
        ["chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

    private static readonly string[] Places =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    /// <exception cref="RenderingException">There is none.</exception>
    public static string Find(string? configured)
    {
        if (configured is not null)
        {
            return File.Exists(configured)
                ? configured
                : throw new RenderingException($"找不到浏览器“{configured}”，不能生成 PDF。请检查所配置的路径。");
        }
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).Concat(Places).FirstOrDefault(File.Exists)
            ?? throw new RenderingException("没有找到 Chromium 浏览器，不能生成 PDF。请安装（Debian：apt-get install chromium-headless-shell），或配置其路径。");
    }
}
