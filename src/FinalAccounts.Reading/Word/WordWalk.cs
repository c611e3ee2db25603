using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Reading.Word;

/// <summary>Walks the blocks of a Word file and collects its lines and tables.</summary>
internal sealed class WordWalk(WordHeadings headings, WordNumbers numbers, WordNotes notes, CancellationToken cancellation)
{
    private readonly WordTables tables = new(numbers, headings);

    public List<PublishedPart> Parts { get; } = [];

    /// <summary>The paragraph or table that each part was read from.</summary>
    public List<OpenXmlElement> Sources { get; } = [];

    public bool TooDeep { get; private set; }

    public bool TooLong => tables.TooLong;

    public void Blocks(OpenXmlElement parent, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > DocumentLimits.Depth)
        {
            TooDeep = true;
            return;
        }

        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case W.Paragraph paragraph:
                    Paragraph(paragraph, LineKind.Paragraph, depth);
                    break;
                case W.Table table:
                    Table(table, depth);
                    break;
                case W.DeletedRun or W.MoveFromRun or W.SectionProperties or W.TableProperties or W.TableGrid or W.TableRowProperties or W.TableCellProperties:
                    break;
                case W.SdtBlock { SdtProperties: { } properties } when IsContents(properties):
                    break;
                default:
                    Blocks(child, depth + 1);
                    break;
            }
        }
    }

    private void Table(W.Table table, int depth)
    {
        if (depth > DocumentLimits.Depth)
        {
            TooDeep = true;
            return;
        }

        var grid = tables.Grid(table);
        if (grid is { Rows: 1, Columns: 1 })
        {
            // A frame around text.
            Blocks(table, depth + 1);
        }
        else if (grid is not null)
        {
            Parts.Add(grid);
            Sources.Add(table);
            foreach (var nested in table.Descendants<W.Table>().Where(nested => nested.Ancestors<W.Table>().First() == table))
            {
                Table(nested, depth + 1);
            }
        }
    }

    private void Paragraph(W.Paragraph paragraph, LineKind kind, int depth)
    {
        var runs = new WordRuns();
        runs.Read(paragraph);
        var number = numbers.Next(headings.Numbering(paragraph));
        if (!headings.IsContents(paragraph))
        {
            foreach (var (index, piece) in runs.Text.Split('\n').Index())
            {
                Line(paragraph, (index == 0 ? number : "") + piece, kind);
            }
        }

        foreach (var box in runs.Boxes)
        {
            Blocks(box, depth + 1);
        }

        foreach (var note in runs.Notes)
        {
            foreach (var own in note is W.FootnoteReference foot ? notes.Footnote(foot.Id?.Value) : notes.Endnote(((W.EndnoteReference)note).Id?.Value))
            {
                Paragraph(own, LineKind.Note, depth + 1);
            }
        }
    }

    private void Line(W.Paragraph paragraph, string raw, LineKind kind)
    {
        var text = TextFolding.Fold(raw).Trim(' ', '\u3000', '\t');
        if (text.Length == 0 || HeadingPattern.IsContentsTitle(text) || HeadingPattern.IsContentsEntry(text))
        {
            return;
        }

        var level = kind == LineKind.Paragraph && !text.Contains('\t') ? headings.Level(paragraph, text) : 0;
        Parts.Add(new PublishedLine(text, level > 0 ? LineKind.Heading : text.Contains('\t') ? LineKind.Caption : kind, level, null, null));
        Sources.Add(paragraph);
    }

    private static bool IsContents(W.SdtProperties properties) =>
        properties.GetFirstChild<W.SdtContentDocPartObject>()?.DocPartGallery?.Val?.Value == "Table of Contents";
}
