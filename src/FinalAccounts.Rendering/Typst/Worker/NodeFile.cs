namespace FinalAccounts.Rendering.Typst.Worker;

/// <summary>Finds Node, which runs the typesetting worker, and the worker's script beside the program.</summary>
internal static class NodeFile
{
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["node.exe"] : ["node", "nodejs"];

    /// <summary>The worker's script.</summary>
    public static string Script => Path.Combine(AppContext.BaseDirectory, "typst", "worker.mjs");

    /// <exception cref="RenderingException">There is none.</exception>
    public static string Find(string? configured)
    {
        if (configured is not null)
        {
            return File.Exists(configured)
                ? configured
                : throw new RenderingException($"找不到 Node“{configured}”，不能排版。请检查所配置的路径。");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new RenderingException("没有找到 Node，不能排版（PDF 和 Word 的页码）。请安装 Node 18 或更新的版本（Debian：apt install nodejs），或配置它的路径。");
    }
}
