using System.IO.Compression;
using System.Text;
using FinalAccounts.Import;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Service.Reading;

/// <summary>The files of a ZIP, with the folders they stand in; folders, hidden files and what systems put in for themselves are left out.</summary>
/// <param name="Problem">Why it could not be opened, in Chinese; null when it could.</param>
public sealed record ArchiveFiles(IReadOnlyList<ImportFile> Files, string? Problem)
{
    // A ZIP of three hundred units is a tenth of it; what stands behind a bomb is not.
    private const int MostBytes = 100 * 1024 * 1024, MostFiles = 3000;

    /// <summary>Unpacks it; runs in the reading process.</summary>
    internal static byte[] Read(string name, byte[] content)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        ArchiveFiles found;
        try
        {
            found = new ArchiveFiles([.. Unpack(name, content)], null);
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or IOException)
        {
            found = new ArchiveFiles([], exception is TooLargeException ? exception.Message : "不能解开这个压缩包：它损坏了，或者有密码。请解压后直接选择里面的文件。");
        }

        writer.Write(found.Problem ?? "");
        writer.Write(found.Files.Count);
        foreach (var file in found.Files)
        {
            writer.Write(file.Name);
            writer.Write(file.Content.Length);
            writer.Write(file.Content.Span);
        }

        return stream.ToArray();
    }

    /// <summary>What <see cref="Read"/> wrote.</summary>
    internal static ArchiveFiles Open(byte[] answer)
    {
        using var reader = new BinaryReader(new MemoryStream(answer, writable: false), Encoding.UTF8);
        var problem = reader.ReadString();
        return new ArchiveFiles(
            [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => new ImportFile(reader.ReadString(), reader.ReadBytes(reader.ReadInt32())))],
            problem.Length > 0 ? problem : null);
    }

    private static IEnumerable<ImportFile> Unpack(string name, byte[] content)
    {
        using var archive = ChineseZip.Open(content);
        var left = MostBytes;
        var count = 0;
        foreach (var entry in archive.Entries)
        {
            var path = entry.FullName.Replace('\\', '/');
            if (ChineseZip.IsOfTheSystem(path))
            {
                continue;
            }

            if (++count > MostFiles)
            {
                throw new TooLargeException($"压缩包里的文件超过 {MostFiles} 个。请分成几个压缩包。");
            }

            var bytes = Bytes(entry, left);
            left -= bytes.Length;
            yield return new ImportFile($"{name}/{path}", bytes);
        }
    }

    // What the archive says of sizes is not believed.
    private static byte[] Bytes(ZipArchiveEntry entry, int most)
    {
        using var source = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > most)
            {
                throw new TooLargeException($"压缩包解开后超过 {MostBytes / 1024 / 1024} MB。请分成几个压缩包，或解压后直接选择里面的文件。");
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private sealed class TooLargeException(string message) : IOException(message);
}
