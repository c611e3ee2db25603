namespace FinalAccounts.Rendering.Pdf;

/// <summary>Finds the browser that prints: any Chromium will do.</summary>
internal static class BrowserFile
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

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
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).Concat(Places).FirstOrDefault(File.Exists)
            ?? throw new RenderingException("没有找到 Chromium 浏览器，不能生成 PDF。请安装（Debian：apt-get install chromium），或配置其路径。");
    }
}
