using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace FinalAccounts.Tests.Import;

/// <summary>Files that no program for spreadsheets writes.</summary>
internal static class BrokenFiles
{
    // The least OLE file that has the stream in which Office keeps an encrypted xlsx: header, one FAT sector, one directory sector.
    public static byte[] EncryptedPackage()
    {
        var file = new byte[3 * 512];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        void Write(int at, uint value) => BitConverter.TryWriteBytes(file.AsSpan(at), value);
        file.AsSpan(76, 109 * 4).Fill(0xFF);
        file.AsSpan(512, 512).Fill(0xFF);
        (file[30], file[32]) = (9, 6);
        Write(44, 1);
        Write(48, 1);
        Write(68, 0xFFFFFFFE);
        Write(76, 0);
        Write(512, 0xFFFFFFFD);
        Write(516, 0xFFFFFFFE);
        foreach (var (name, i) in new[] { "Root Entry", "EncryptionInfo", "EncryptedPackage" }.Select((name, i) => (name, i)))
        {
            var at = 1024 + (i * 128);
            Encoding.Unicode.GetBytes(name).CopyTo(file, at);
            file[at + 64] = (byte)((name.Length + 1) * 2);
            file[at + 66] = (byte)(i == 0 ? 5 : 2);
            Write(at + 120, 5000);
        }

        return file;
    }

    public static byte[] Archive(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Replace(byte[] workbook, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part) ?? throw new UnreachableException(string.Join(" ", archive.Entries.Select(e => e.FullName)));
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(change(text));
        }

        return stream.ToArray();
    }
}
