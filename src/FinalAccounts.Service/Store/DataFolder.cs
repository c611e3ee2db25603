using FinalAccounts.Service.Settings;

namespace FinalAccounts.Service.Store;

/// <summary>The embedded database's folder, taken by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream hold;

    private DataFolder(FileStream hold) => this.hold = hold;

    /// <summary>Makes the folder and takes it.</summary>
    /// <exception cref="StartupException">The folder is in use or cannot be written.</exception>
    public static DataFolder Take(string path)
    {
        var file = Path.Combine(path, "in-use.lock");
        try
        {
            // What it holds is not public before it is published.
            _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var hold = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            MakeUploads(Path.Combine(path, "uploads"));
            return new DataFolder(hold);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw NotWritable(path, exception);
        }
        catch (IOException exception) when (File.Exists(file) && IsLocked(exception))
        {
            throw new StartupException($"数据文件夹 {path} 正由另一个 finalaccounts serve 使用。内嵌数据库只能由一个进程使用；要多个进程，请改用 PostgreSQL（见 docs/service.md）。", exception);
        }
        catch (IOException exception)
        {
            throw NotWritable(path, exception);
        }
    }

    public void Dispose() => hold.Dispose();

    // Where requests lie until they are read. What a process that was killed left there is nobody's.
    private static void MakeUploads(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", path);
    }

    // EWOULDBLOCK of flock, as .NET reports a file that another process holds.
    private static bool IsLocked(IOException exception) => exception.HResult is 11 or 35;

    private static StartupException NotWritable(string path, Exception exception) =>
        new($"数据文件夹 {path} 不能写入：{exception.Message} 请检查权限和剩余空间，或用 FinalAccounts__Data 指定另一个文件夹。", exception);
}
