using FinalAccounts.Reading.Html;
using FinalAccounts.Reading.Pdf;
using FinalAccounts.Reading.Plain;
using FinalAccounts.Reading.Word;

namespace FinalAccounts.Reading;

/// <summary>Reads a published document; what it is is told by its bytes, its name only decides between kinds of text.</summary>
public static class DocumentReader
{
    /// <summary>The names that the reader knows.</summary>
    public static readonly IReadOnlyList<string> Extensions = [".docx", ".pdf", ".html", ".htm", ".txt", ".md"];

    /// <summary>The document; a fatal problem in it where nothing could be read.</summary>
    public static PublishedDocument Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (content.Length > DocumentLimits.FileBytes)
        {
            return Failed(file, $"文件超过 {DocumentLimits.FileBytes / 1024 / 1024} MB，不像一份公开文档。请核对");
        }

        var bytes = content.Span;
        if (content.IsEmpty)
        {
            return Failed(file, "文件是空的。请重新保存或下载");
        }

        if (bytes[..Math.Min(1024, bytes.Length)].IndexOf("%PDF-"u8) >= 0)
        {
            return PdfDocumentReader.Read(file, content, cancellation);
        }

        if (ForeignFormat.Of(file, bytes) is { } refusal)
        {
            return Failed(file, refusal);
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return WordDocumentReader.Read(file, content, cancellation);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return Failed(file, "是旧格式的 Word（.doc），或加了密码的 Word 文件。请用 Word 或 WPS 打开，另存为不加密的 .docx");
        }

        if (bytes[..Math.Min(4096, bytes.Length)].Contains((byte)0) && !PlainText.HasMark(bytes))
        {
            return Failed(file, "不是能审核的文件。能审核的是 .docx、.pdf、.html、.txt、.md");
        }

        var text = PlainText.Decode(bytes);
        return HtmlDocumentReader.IsHtml(file, text) ? HtmlDocumentReader.Read(file, text, cancellation) : PlainText.Read(file, text, cancellation);
    }

    /// <summary>Said where a table is cut at the limit.</summary>
    internal static ReadingProblem Cut(string file) =>
        new($"{file}：有一张表超过 {DocumentLimits.Rows} 行或 {DocumentLimits.Columns} 列，多出的没有读取，不像决算公开的表。请核对。", null);

    internal static PublishedDocument Failed(string file, string message) =>
        new(file, [], [], [new ReadingProblem($"{file}：{message}。", null, Fatal: true)]);
}
