namespace FinalAccounts.Reading;

/// <summary>Documents of kinds that are not read, and what to save them as.</summary>
internal static class ForeignFormat
{
    // The names of an archive's first parts stand at its beginning.
    private const int Head = 4096;

    // Of an archive's first part; OpenDocument has its kind there.
    private const int FirstName = 30;

    /// <summary>Why a file cannot be read; null when it may be.</summary>
    public static string? Of(string file, ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(Head, bytes.Length)];
        return head.StartsWith("{\\rtf"u8) ? "是 RTF 文件。请用 Word 或 WPS 打开，另存为 .docx"
            : head.Length > FirstName && head[FirstName..].StartsWith("mimetype"u8) ? "是 OpenDocument 文件（.odt）。请用 Word 或 WPS 打开，另存为 .docx"
            : head.IndexOf("OFD.xml"u8) >= 0 ? "是 OFD 版式文件。请用阅读软件另存为 PDF，或用原来的 Word 文档"
            : Path.GetExtension(file).Equals(".pdf", StringComparison.OrdinalIgnoreCase) ? "扩展名是 .pdf，内容不是 PDF，可能没有下载完。请重新保存或下载"
            : null;
    }
}
