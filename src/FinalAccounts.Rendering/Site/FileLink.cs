using System.Runtime.InteropServices;

namespace FinalAccounts.Rendering.Site;

/// <summary>A second name for a file's content (hard link): what stays on a site is written once, however often the site is swapped. A copy where the file system has no such names.</summary>
internal static partial class FileLink
{
    public static void Put(string from, string to)
    {
        if (!(OperatingSystem.IsWindows() ? CreateHardLink(to, from, 0) : Link(from, to) == 0))
        {
            File.Copy(from, to);
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string link, string existing, nint security);
}
