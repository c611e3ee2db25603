using System.Runtime.InteropServices;

namespace FinalAccounts.Service.Hosting;

/// <summary>The memory that native code takes: SQLite, compression, TLS. glibc keeps what they free, in an arena for each few threads; other C libraries have neither of these functions, and keep none.</summary>
internal static class CLibrary
{
    // malloc.h: M_ARENA_MAX. Threads of a crowd would have eight times as many arenas as there are cores, each with what was freed in it.
    private const int ArenaMax = -8, Arenas = 2;

    /// <summary>Few arenas; to be said before there are many threads.</summary>
    public static void KeepFewArenas() => Ask(() => SetOption(ArenaMax, Arenas));

    /// <summary>Gives what is freed back to the system.</summary>
    public static void Trim() => Ask(() => TrimAll(0));

    private static void Ask(Func<int> function)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = function();
            }
            catch (EntryPointNotFoundException)
            {
                // Another C library than glibc.
            }
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int TrimAll(nuint keep);

    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);
}
