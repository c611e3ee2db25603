namespace FinalAccounts.Cli;

/// <summary>Where templates, samples and output stand: the folder that FINALACCOUNTS_HOME names, else the nearest one above that has templates/.</summary>
internal sealed record Workspace(string Root)
{
    /// <summary>templates/.</summary>
    public string Templates => Path.Combine(Root, "templates");

    /// <summary>output/.</summary>
    public string Output => Path.Combine(Root, "output");

    /// <summary>Finds it from the environment, the current folder or the program's folder.</summary>
    public static Workspace Find()
    {
        var named = Environment.GetEnvironmentVariable("FINALACCOUNTS_HOME");
        var starts = named is { Length: > 0 } ? [named] : new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory };
        foreach (var start in starts)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (Directory.Exists(Path.Combine(folder.FullName, "templates")))
                {
                    return new Workspace(folder.FullName);
                }
            }
        }

        throw new UsageException("找不到模板集所在的文件夹 templates。请在项目文件夹中运行，或用环境变量 FINALACCOUNTS_HOME 指明它。");
    }
}
