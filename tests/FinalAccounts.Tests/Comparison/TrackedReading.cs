using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Comparison;

/// <summary>What a Word file with tracked changes says once all are accepted or rejected, without the table of contents: a line for each paragraph or row.</summary>
internal static class TrackedReading
{
    public static IReadOnlyList<string> Accepted(byte[] file) => Lines(file, accept: true);

    public static IReadOnlyList<string> Rejected(byte[] file) => Lines(file, accept: false);

    private static List<string> Lines(byte[] file, bool accept)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var lines = new List<string>();
        var open = "";
        foreach (var element in word.MainDocumentPart!.Document!.Body!.ChildElements)
        {
            switch (element)
            {
                case W.Paragraph paragraph:
                    open += Text(paragraph, accept);

                    // A paragraph whose end is gone runs on into the next.
                    if (!Gone(paragraph.ParagraphProperties?.ParagraphMarkRunProperties, accept))
                    {
                        lines.Add(open);
                        open = "";
                    }

                    break;
                case W.Table table:
                    lines.AddRange(table.Elements<W.TableRow>().Where(row => !Gone(row.TableRowProperties, accept))
                        .Select(row => string.Join('\t', row.Elements<W.TableCell>().Select(cell => string.Join('\n', cell.Elements<W.Paragraph>().Select(paragraph => Text(paragraph, accept)))))));
                    break;
            }
        }

        Assert.Equal("", open);
        return [.. lines.Where(line => line.Trim().Length > 0)];
    }

    private static bool Gone(DocumentFormat.OpenXml.OpenXmlElement? properties, bool accept) =>
        properties is not null && (accept ? properties.Elements<W.Deleted>().Any() : properties.Elements<W.Inserted>().Any());

    private static string Text(W.Paragraph paragraph, bool accept) => string.Concat(paragraph.Descendants<W.Run>()
        .Where(run => accept ? run.Parent is not W.DeletedRun : run.Parent is not W.InsertedRun)
        .SelectMany(run => run.ChildElements)
        .Select(part => part switch
        {
            W.Text text => text.Text,
            W.DeletedText text => text.Text,
            W.Break { Type: null } => "\n",
            W.TabChar => "\t",
            W.Drawing drawing => $"〈{drawing.Inline!.DocProperties!.Description}〉",
            _ => "",
        }));
}
