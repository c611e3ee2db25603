using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace FinalAccounts.Reading.Word;

/// <summary>Reads a Word file (docx): body order, spans, headings by style or look, text boxes, footnotes; tracked changes as accepted.</summary>
internal static class WordDocumentReader
{
    public static PublishedDocument Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            if (Guard(content) is { } refusal)
            {
                return DocumentReader.Failed(file, refusal);
            }

            using var package = WordprocessingDocument.Open(new MemoryStream(content.ToArray(), writable: false), isEditable: false, new OpenSettings { MaxCharactersInPart = ReadingLimits.PartBytes });
            if (package.MainDocumentPart is not { } main || main.Document?.Body is not { } body)
            {
                return DocumentReader.Failed(file, "不是 Word 文件，或里面没有正文。请用 Word 或 WPS 打开后另存为 .docx");
            }

            var styles = new WordHeadings(main);
            var walk = new WordWalk(styles, new WordNumbers(main), new WordNotes(main), cancellation);
            walk.Blocks(body, 0);
            return new PublishedDocument(file, [], ContinuedGrids.Join(walk.Parts),
            [
                .. walk.TooDeep ? [new ReadingProblem($"{file}：嵌套太深，有一部分没有读取。请人工核对。", null)] : Array.Empty<ReadingProblem>(),
                .. walk.TooLong ? [DocumentReader.Cut(file)] : Array.Empty<ReadingProblem>(),
            ]);
        }
        catch (Exception exception) when (exception is InvalidDataException or OpenXmlPackageException or XmlException or IOException or FormatException or InvalidOperationException)
        {
            return DocumentReader.Failed(file, "Word 文件已损坏，不能读取。请用 Word 或 WPS 打开修复后另存为 .docx");
        }
    }

    // Counted while decompressing: an archive may lie about its sizes.
    private static string? Guard(ReadOnlyMemory<byte> content)
    {
        using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > ReadingLimits.Entries)
        {
            return $"里面有 {archive.Entries.Count} 个部件，不像 Word 文件。请核对";
        }

        if (!archive.Entries.Any(entry => entry.FullName.TrimStart('/').StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
        {
            return "不是 Word 文件。能审核的是 .docx、.pdf、.html、.txt、.md";
        }

        var buffer = new byte[81920];
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var stream = entry.Open();
            long total = 0;
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                total += read;
                if (total > ReadingLimits.PartBytes)
                {
                    return "展开后太大，不像 Word 文件。请核对";
                }
            }

            if (Depth(entry) > ReadingLimits.Depth)
            {
                return "嵌套太深，不像 Word 文件。请核对";
            }
        }

        return null;
    }

    // The library recurses into elements; only a stream can look at them first.
    private static int Depth(ZipArchiveEntry entry)
    {
        using var reader = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var deepest = 0;
        while (deepest <= ReadingLimits.Depth && reader.Read())
        {
            deepest = Math.Max(deepest, reader.Depth);
        }

        return deepest;
    }
}
