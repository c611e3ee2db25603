using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace FinalAccounts.Reading;

/// <summary>The border between processes: a document from outside is read in one of its own, and only this value comes out of it.</summary>
public static class DocumentWire
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Reads a document in this process; the answer is for <see cref="Open"/>.</summary>
    public static byte[] Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        JsonSerializer.SerializeToUtf8Bytes(DocumentReader.Read(file, content, cancellation), Options);

    /// <summary>The document that <see cref="Read"/> answered.</summary>
    public static PublishedDocument Open(ReadOnlySpan<byte> answer) => JsonSerializer.Deserialize<PublishedDocument>(answer, Options)!;

    /// <summary>A document that could not be read within the limits.</summary>
    /// <param name="why">What happened, in Chinese, without the full stop.</param>
    public static PublishedDocument Refused(string file, string why) =>
        DocumentReader.Failed(file, $"{why}，没有读完，不像一份公开文档。请用 Word 或 WPS 打开，另存为新的 .docx 或 .pdf 后再审核");
}
