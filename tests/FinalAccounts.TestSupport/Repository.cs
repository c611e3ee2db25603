namespace FinalAccounts.TestSupport;

/// <summary>Files of the repository, found from wherever the tests run.</summary>
public static class Repository
{
    /// <summary>The folder of FinalAccounts.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path below it.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FinalAccounts.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("FinalAccounts.sln not found above the test's folder");
    }
}
