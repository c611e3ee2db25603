using System.IO.Compression;

namespace FinalAccounts.Tests.Import;

/// <summary>Edits a part of a workbook.</summary>
internal static class Zip
{
    /// <summary>The workbook with one part changed; the change must hit.</summary>
    public static byte[] Change(byte[] workbook, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            string text;
            using (var reader = new StreamReader(archive.GetEntry(part)!.Open()))
            {
                text = reader.ReadToEnd();
            }

            var changed = change(text);
            Assert.NotEqual(text, changed);
            archive.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(changed);
        }

        return stream.ToArray();
    }
}
