namespace FinalAccounts.Rendering.Pdf;

/// <summary>Finds the browser that prints: any Chromium will do, its headless shell does it with less than half the work.</summary>
internal static class BrowserFile
{
    // The shell comes first: it writes the PDF where the page is laid out, while a full Chromium hands every page to a process
    // of its own and composes them there. Debian's command of that name is a script that stays between us and the program,
    // so that a kill would reach the script alone: the program itself is asked first.
    private static readonly string[] Shells = ["/usr/lib/chromium/chromium-headless-shell"];

    private static readonly string[] Names =
        ["chrome-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

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
        var inPath = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)));
        return Shells.Concat(inPath).Concat(Places).FirstOrDefault(File.Exists)
            ?? throw new RenderingException("没有找到 Chromium 浏览器，不能生成 PDF。请安装（Debian：apt-get install chromium-headless-shell），或配置其路径。");
    }
}
