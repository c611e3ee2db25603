using System.IO.Compression;
using System.Text;

namespace FinalAccounts.Import.Files;

/// <summary>Decompresses an xlsx archive once, counting bytes, before anything parses it: truncated archives and zip bombs end here. Then tells what it is.</summary>
/// <remarks>Sizes that the archive states about itself are not believed.</remarks>
internal static class ArchiveGuard
{
    /// <summary>The format; null after a Fatal finding.</summary>
    public static WorkbookFormat? Check(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        var place = new Place(file.Name);
        try
        {
            using var archive = ChineseZip.Open(file.Content.ToArray());
            if (archive.Entries.Count > ImportLimits.ArchiveEntries)
            {
                findings.Fatal("IMP-05", $"文件里有 {archive.Entries.Count} 个部件，超过 {ImportLimits.ArchiveEntries} 个的上限，不像正常的工作簿。请另存为新的工作簿后再导入。", place);
                return null;
            }

            return WithinBounds(archive, findings, place, cancellation) ? Format(archive, findings, place) : null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or IOException)
        {
            findings.Fatal("IMP-04", "文件已损坏或不完整（压缩结构读不通），可能没有下载完。请重新取得文件后再导入。", place);
            return null;
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

    private static WorkbookFormat? Format(ZipArchive archive, ImportFindings findings, Place place)
    {
        bool Has(string name) => archive.Entries.Any(entry => XlsxPackage.PartName(entry.FullName).StartsWith(name, StringComparison.OrdinalIgnoreCase));
        if (Has("[Content_Types].xml") && Has("xl/"))
        {
            return Has("xl/workbook.bin") ? WorkbookFormat.Xlsb : WorkbookFormat.Xlsx;
        }

        var kind = Start(archive, "mimetype");
        if (kind.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal) && Has("content.xml"))
        {
            if (!Start(archive, "META-INF/manifest.xml").Contains("encryption-data", StringComparison.Ordinal))
            {
                return WorkbookFormat.Ods;
            }

            findings.Fatal("IMP-03", "文件有打开密码，无法读取。请在 WPS 或 LibreOffice 里取消密码，另存为“Excel 工作簿（.xlsx）”后再导入。", place);
            return null;
        }

        if (!Has("word/") && !Has("ppt/") && FileBundle.Is(archive))
        {
            return WorkbookFormat.Bundle;
        }

        var seems = Has("word/") || kind.Contains("opendocument.text", StringComparison.Ordinal) ? "看起来是文字文档（.docx、.odt）"
            : Has("ppt/") ? "看起来是 PowerPoint 文档（.pptx）"
            : Has("content.xml") ? "看起来是 OpenDocument 文件"
            : Has("Index/") && Has("Metadata/") ? "看起来是苹果 Numbers 表格（.numbers）"
            : "看起来是普通压缩包（zip）";
        findings.Fatal("IMP-02", $"这不是 Excel 工作簿，{seems}。请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”后再导入。", place);
        return null;
    }

    // Enough of a small part to tell what the archive is.
    private static string Start(ZipArchive archive, string part)
    {
        if (archive.Entries.FirstOrDefault(entry => XlsxPackage.PartName(entry.FullName) == part) is not { } entry)
        {
            return "";
        }

        var buffer = new byte[16_384];
        using var stream = entry.Open();
        return Encoding.UTF8.GetString(buffer, 0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }
}
