using FinalAccounts.Service.Settings;

namespace FinalAccounts.Service.Store;

/// <summary>The embedded database's folder, taken by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream hold;
    private readonly string path;

    private DataFolder(FileStream hold, string path) => (this.hold, this.path) = (hold, path);

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
            return new DataFolder(hold, path);
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

    /// <summary>From now on this process keeps requests here until they are read, before its first request. What a process that was killed left there is nobody's.</summary>
    /// <exception cref="StartupException">The folder cannot be written.</exception>
    public void ReceiveUploads()
    {
        var uploads = Path.Combine(path, "uploads");
        try
        {
            if (Directory.Exists(uploads))
            {
                Directory.Delete(uploads, recursive: true);
            }

            Directory.CreateDirectory(uploads);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, exception);
        }

        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", uploads);
    }

    public void Dispose() => hold.Dispose();

    // EWOULDBLOCK of flock, as .NET reports a file that another process holds.
    private static bool IsLocked(IOException exception) => exception.HResult is 11 or 35;

    private static StartupException NotWritable(string path, Exception exception) =>
        new($"数据文件夹 {path} 不能写入：{exception.Message} 请检查权限和剩余空间，或用 FinalAccounts__Data 指定另一个文件夹。", exception);
}
