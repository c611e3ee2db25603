using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Reading.Word;

/// <summary>A comment on a part of a Word file.</summary>
/// <param name="Part">Which of <see cref="PublishedDocument.Parts"/>.</param>
/// <param name="Cell">Row and column of a grid's cell, zero-based; null for the whole part.</param>
/// <param name="Lines">What it says, a paragraph each.</param>
public sealed record WordComment(int Part, (int Row, int Column)? Cell, IReadOnlyList<string> Lines);

/// <summary>Puts comments into a Word file at what was read from it; everything else stays as it is.</summary>
public static class WordComments
{
    /// <summary>The file with the comments.</summary>
    /// <param name="content">A file that <see cref="DocumentReader"/> reads without a fatal problem.</param>
    /// <param name="author">Who they are from.</param>
    public static byte[] Write(ReadOnlyMemory<byte> content, IReadOnlyList<WordComment> comments, string author, DateTimeOffset at, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        stream.Write(content.Span);
        using (var package = WordprocessingDocument.Open(stream, isEditable: true, new OpenSettings { MaxCharactersInPart = DocumentLimits.PartBytes }))
        {
            var main = package.MainDocumentPart!;
            var walk = new WordWalk(new WordHeadings(main), new WordNumbers(main), new WordNotes(main), cancellation);
            walk.Blocks(main.Document!.Body!, 0);
            var part = main.WordprocessingCommentsPart ?? main.AddNewPart<WordprocessingCommentsPart>();
            part.Comments ??= new W.Comments();
            var id = part.Comments.Elements<W.Comment>().Select(one => int.TryParse(one.Id?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var used) ? used : 0).DefaultIfEmpty(-1).Max();
            var parts = ContinuedGrids.Join(walk.Parts);
            var sources = walk.Parts.Zip(walk.Sources).ToDictionary(pair => pair.First, pair => pair.Second, (IEqualityComparer<PublishedPart>)ReferenceEqualityComparer.Instance);
            foreach (var comment in comments)
            {
                var name = (++id).ToString(CultureInfo.InvariantCulture);
                Mark(Paragraph(parts[comment.Part], comment.Cell, sources), name);
                part.Comments.AppendChild(new W.Comment(comment.Lines.Select(line => new W.Paragraph(new W.Run(new W.Text(line) { Space = SpaceProcessingModeValues.Preserve }))))
                {
                    Id = name, Author = author, Initials = author[..1], Date = at.DateTime,
                });
            }
        }

        return stream.ToArray();
    }

    // A table over several pages is one grid, read from several tables of the file.
    private static W.Paragraph Paragraph(PublishedPart part, (int Row, int Column)? cell, Dictionary<PublishedPart, OpenXmlElement> sources)
    {
        if (part is not PublishedGrid grid)
        {
            return (W.Paragraph)sources[part];
        }

        var own = cell is { } at ? grid.Cells.FirstOrDefault(one => (one.Row, one.Column) == at) : null;
        return ((OpenXmlElement)(own ?? grid.Cells[0]).Source!).Descendants<W.Paragraph>().First();
    }

    private static void Mark(W.Paragraph paragraph, string id)
    {
        var start = new W.CommentRangeStart { Id = id };
        if (paragraph.ParagraphProperties is { } properties)
        {
            properties.InsertAfterSelf(start);
        }
        else
        {
            paragraph.PrependChild(start);
        }

        paragraph.Append(new W.CommentRangeEnd { Id = id }, new W.Run(new W.CommentReference { Id = id }));
    }
}
