using System.IO.Compression;
using System.Text;

namespace FinalAccounts.Import.Files;

/// <summary>Opens ZIPs as people pack them: Chinese Windows writes names in GB 18030 without saying so.</summary>
public static class ChineseZip
{
    static ChineseZip() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The archive with its names as they were meant.</summary>
    /// <exception cref="InvalidDataException">It is no ZIP, or a broken one.</exception>
    public static ZipArchive Open(byte[] content)
    {
        var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
        if (!archive.Entries.Any(entry => entry.FullName.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            return archive;
        }

        archive.Dispose();
        return new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read, leaveOpen: false, Encoding.GetEncoding("GB18030"));
    }

    /// <summary>Whether a path in it is a folder, hidden, or put in by a system for itself.</summary>
    public static bool IsOfTheSystem(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Length == 0 || path.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal) || name == "Thumbs.db";
    }
}
