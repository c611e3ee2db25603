using System.Text.RegularExpressions;
using FinalAccounts.Documents;

namespace FinalAccounts.Service.Comments;

/// <summary>A document's running text, sentence by sentence, below the headings.</summary>
public static partial class DocumentSentences
{
    /// <summary>Headings with their paragraphs and list items; tables, charts and forms are not read in sentences.</summary>
    public static IReadOnlyList<TextPart> Of(Document document)
    {
        var parts = new List<TextPart>();
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    parts.Add(new TextPart(heading.Level, DocumentText.Running(heading), []));
                    break;
                case Paragraph or ListBlock:
                    var last = parts.Count == 0 ? new TextPart(1, "", []) : parts[^1];
                    var paragraphs = DocumentText.Running(block).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                        .Select(line => (IReadOnlyList<TextSentence>)[.. Sentence().Matches(line).Select(match => new TextSentence(CommentKeys.Of(last.Heading, match.Value.Trim()), match.Value.Trim())).Where(sentence => sentence.Text.Length > 0)]);
                    parts = [.. parts.Take(parts.Count - 1), last with { Paragraphs = [.. last.Paragraphs, .. paragraphs] }];
                    break;
            }
        }

        return parts;
    }

    // Up to its end, the closing quotation mark included.
    [GeneratedRegex(@"[^。！？；]+[。！？；]?[”’）]*")]
    private static partial Regex Sentence();
}

/// <summary>A heading and what stands below it up to the next.</summary>
/// <param name="Level">1 to 4.</param>
public sealed record TextPart(int Level, string Heading, IReadOnlyList<IReadOnlyList<TextSentence>> Paragraphs);

/// <summary>A sentence.</summary>
/// <param name="Key">As comments name it.</param>
public sealed record TextSentence(string Key, string Text);
