using FinalAccounts.Import.Files;

namespace FinalAccounts.Import;

/// <summary>The border between processes: a workbook from outside is read in one of its own, and only plain cells and findings come out of it (decision 0042).</summary>
public static class ForeignFile
{
    /// <summary>Reads a workbook in this process; the answer is for <see cref="ImportFile.Sheets"/>.</summary>
    public static byte[] Read(ImportFile file, CancellationToken cancellation)
    {
        var findings = new ImportFindings();
        return SheetsWire.Write(GridReader.Read(file, findings, cancellation), findings);
    }

    /// <summary>The file as one that could not be read within the limits.</summary>
    /// <param name="why">What happened, in Chinese, without the full stop.</param>
    public static ImportFile Refused(ImportFile file, string why)
    {
        var findings = new ImportFindings();
        findings.Fatal("IMP-19", $"{why}，没有读完，不像正常的工作簿。请用 Excel 或 WPS 打开，把需要的工作表复制到新的工作簿，另存为“Excel 工作簿（.xlsx）”后再导入。", new Place(file.Name));
        return file with { Sheets = SheetsWire.Write(null, findings) };
    }

    /// <summary>Reads a small workbook, so that the first one of somebody else's does not wait for the compiler.</summary>
    public static void WarmUp() => Read(new ImportFile("预热", SmallWorkbook.Bytes()), CancellationToken.None);
}
