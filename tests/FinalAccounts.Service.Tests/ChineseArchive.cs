using System.IO.Compression;
using System.Text;

namespace FinalAccounts.Service.Tests;

/// <summary>A ZIP as Chinese Windows packs it: names in GBK, and no word about it.</summary>
internal static class ChineseArchive
{
    public static byte[] Of(params (string Name, byte[] Content)[] files)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding("GB18030")))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
