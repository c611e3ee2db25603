using FinalAccounts.Documents;
using FinalAccounts.Reading;
using FinalAccounts.Reading.Word;
using FinalAccounts.Rendering.Word;

namespace FinalAccounts.Service.Reviewing;

/// <summary>Findings as comments in a Word file.</summary>
public static class FindingComments
{
    private const string Author = "FinalAccounts";

    /// <summary>The document as Word, each finding beside what prints its cell; those that nothing prints at the beginning.</summary>
    public static byte[] InDraft(Document document, Theme theme, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        WordRenderer.Render(document, theme, null, stream);
        var content = stream.ToArray();
        var printed = new PrintedPlaces(document, DocumentReader.Read("文档.docx", content, cancellation));
        return Into(content, findings, printed.Find, document.Metadata.Created, cancellation);
    }

    /// <summary>A Word file with a comment for each finding.</summary>
    /// <param name="find">Where a place is in the file; null where it is not.</param>
    public static byte[] Into(
        ReadOnlyMemory<byte> content, IReadOnlyList<Finding> findings, Func<Place, PartCell?> find, DateTimeOffset at, CancellationToken cancellation) =>
        WordComments.Write(
            content,
            [
                .. FoldedFindings.Of(findings).Select(line => line.Finding)
                    .Select(finding => (finding, At: finding.Places.Select(find).FirstOrDefault(found => found is not null)))
                    .Select(pair => new WordComment(pair.At?.Part ?? 0, pair.At?.Cell, Lines(pair.finding, pair.At is null))),
            ],
            Author, at, cancellation);

    private static List<string> Lines(Finding finding, bool placeless)
    {
        List<string> lines = [$"{FindingWords.Name(finding.Severity)} {finding.Rule}　{finding.Message}"];
        if (finding.Remedy is { Length: > 0 } remedy)
        {
            lines.Add($"处理：{remedy}");
        }

        if (finding.Places.Count > 0 && (placeless || finding.Places.Count > 1))
        {
            lines.Add($"位置：{PlaceRun.Printed(finding.Places)}");
        }

        return lines;
    }
}
