namespace FinalAccounts.Import.Files;

/// <summary>What a file is, by its content.</summary>
internal enum WorkbookFormat
{
    /// <summary>.xls of Excel 5 to 2003, .et of WPS.</summary>
    Xls,

    /// <summary>.xlsx, .xlsm.</summary>
    Xlsx,

    /// <summary>The binary kind of .xlsx.</summary>
    Xlsb,

    /// <summary>OpenDocument.</summary>
    Ods,

    /// <summary>Excel 2003 XML, mostly called .xls.</summary>
    XmlSpreadsheet,

    /// <summary>Separated values: one sheet.</summary>
    Csv,

    /// <summary>A web page, mostly called .xls: one sheet.</summary>
    Html,

    /// <summary>Several files in a ZIP that are one workbook.</summary>
    Bundle,
}

/// <summary>Looks at a file before anything parses it: its size, what it really is, whether it is locked, broken or a bomb.</summary>
internal static class FileGuard
{
    private const string Remedy = "请用 Excel 或 WPS 打开原文件，另存为“Excel 工作簿（.xlsx）”后再导入。";

    /// <summary>The format; null after a Fatal finding.</summary>
    public static WorkbookFormat? Check(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        var place = new Place(file.Name);
        var content = file.Content.Span;
        if (content.Length > ImportLimits.FileBytes)
        {
            findings.Fatal("IMP-01", $"文件有 {content.Length / 1048576.0:0.0} MB，超过 {ImportLimits.FileBytes / 1048576} MB 的上限。请删除工作簿里的图片和无关的工作表后再导入。", place);
            return null;
        }

        if (CompoundFile.Is(content))
        {
            return CheckCompound(file, findings, place);
        }

        if (content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8))
        {
            return ArchiveGuard.Check(file, findings, cancellation);
        }

        if (TextFormat.Of(content) is { } text)
        {
            return text;
        }

        findings.Fatal("IMP-02", $"这不是 Excel 工作簿，{Seems(content)}。{Remedy}", place);
        return null;
    }

    private static WorkbookFormat? CheckCompound(ImportFile file, ImportFindings findings, Place place)
    {
        try
        {
            var compound = CompoundFile.Open(file.Content);
            if (compound.Has("EncryptedPackage"))
            {
                findings.Fatal("IMP-03", "工作簿有打开密码，无法读取。请在 Excel 或 WPS 里取消密码（文件 ▸ 信息 ▸ 保护工作簿）后再导入。", place);
                return null;
            }

            if (compound.Has("Workbook") || compound.Has("Book"))
            {
                return WorkbookFormat.Xls;
            }

            var seems = compound.Has("WordDocument") ? "看起来是 Word 文档（.doc）" : "看起来是另一种 Office 文件";
            findings.Fatal("IMP-02", $"这不是 Excel 工作簿，{seems}。{Remedy}", place);
        }
        catch (InvalidDataException)
        {
            findings.Fatal("IMP-04", $"文件已损坏或不完整（.xls 结构读不通）。请重新取得文件；{Remedy}", place);
        }

        return null;
    }

    private static string Seems(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return "文件是空的";
        }

        if (content.StartsWith("%PDF"u8))
        {
            return "看起来是 PDF 文件";
        }

        if (content.StartsWith("Rar!"u8) || content.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF]) || content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return "看起来是压缩包";
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return "看起来是图片";
        }

        return TextFormat.Seems(content);
    }
}
