using System.IO.Compression;
using FinalAccounts.Documents;

namespace FinalAccounts.Import.Files;

/// <summary>Decompresses an xlsx archive once, counting bytes, before anything parses it: truncated archives and zip bombs end here.</summary>
/// <remarks>Sizes that the archive states about itself are not believed.</remarks>
internal static class ArchiveGuard
{
    public static bool Check(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        var place = new Place(file.Name);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.Content.ToArray(), writable: false));
            if (archive.Entries.Count > ImportLimits.ArchiveEntries)
            {
                findings.Fatal("IMP-05", $"文件里有 {archive.Entries.Count} 个部件，超过 {ImportLimits.ArchiveEntries} 个的上限，不像正常的工作簿。请另存为新的工作簿后再导入。", place);
                return false;
            }

            return WithinBounds(archive, findings, place, cancellation) && IsWorkbook(archive, findings, place);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or IOException)
        {
            findings.Fatal("IMP-04", "文件已损坏或不完整（压缩结构读不通），可能没有下载完。请重新取得文件后再导入。", place);
            return false;
        }
    }

    private static bool WithinBounds(ZipArchive archive, ImportFindings findings, Place place, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            long size = 0;
            using var stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                size += read;
                total += read;
                if (total > ImportLimits.ArchiveBytes || (size > ImportLimits.RatioFrom && size / Math.Max(1, entry.CompressedLength) > ImportLimits.EntryRatio))
                {
                    findings.Fatal("IMP-05", $"文件解压后过大（部件 {entry.FullName} 超过上限），不像正常的工作簿，没有读取。请另存为新的工作簿后再导入。", place);
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsWorkbook(ZipArchive archive, ImportFindings findings, Place place)
    {
        bool Has(string name) => archive.Entries.Any(entry => XlsxPackage.PartName(entry.FullName).StartsWith(name, StringComparison.OrdinalIgnoreCase));
        if (Has("[Content_Types].xml") && Has("xl/") && !Has("xl/workbook.bin"))
        {
            return true;
        }

        var seems = Has("word/") ? "看起来是 Word 文档（.docx）"
            : Has("ppt/") ? "看起来是 PowerPoint 文档（.pptx）"
            : Has("xl/workbook.bin") ? "看起来是二进制工作簿（.xlsb）"
            : Has("content.xml") ? "看起来是 OpenDocument 文件（.ods 等）"
            : "看起来是普通压缩包（zip）";
        findings.Fatal("IMP-02", $"这不是 Excel 工作簿，{seems}。请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”后再导入。", place);
        return false;
    }
}
