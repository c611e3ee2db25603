using DocumentFormat.OpenXml;
using FinalAccounts.Rendering.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Comparison.Word;

/// <summary>Word's marks of what was inserted and deleted: around runs, on the end of a paragraph, on a row.</summary>
internal sealed class TrackedMarks(string author, DateTimeOffset date)
{
    private readonly string name = WordText.Checked(author);
    private int count;

    /// <summary>Runs that are new.</summary>
    public W.InsertedRun Inserted(IEnumerable<OpenXmlElement> runs) =>
        new(runs) { Author = name, Date = date.UtcDateTime, Id = NextId() };

    /// <summary>Runs that are gone; their text becomes deleted text.</summary>
    public W.DeletedRun Deleted(IEnumerable<OpenXmlElement> runs) =>
        new(runs.Select(AsDeleted)) { Author = name, Date = date.UtcDateTime, Id = NextId() };

    /// <summary>Marks a whole paragraph with its end.</summary>
    /// <param name="inCell">In a cell the row carries the mark, and the cell keeps its last paragraph.</param>
    public void Mark(W.Paragraph paragraph, bool added, bool inCell = false)
    {
        var content = paragraph.ChildElements.Where(element => element is not W.ParagraphProperties).ToList();
        paragraph.RemoveAllChildren<W.BookmarkStart>();
        paragraph.RemoveAllChildren<W.BookmarkEnd>();
        foreach (var element in content.Where(element => element.Parent is not null))
        {
            element.Remove();
        }

        var runs = content.Where(element => element is W.Run && (added || !IsField(element))).ToList();
        if (runs.Count > 0)
        {
            paragraph.AppendChild<OpenXmlElement>(added ? Inserted(runs) : Deleted(runs));
        }

        if (!inCell)
        {
            var properties = paragraph.ParagraphProperties ??= new W.ParagraphProperties();
            properties.ParagraphMarkRunProperties = new W.ParagraphMarkRunProperties(
                added ? new W.Inserted { Author = name, Date = date.UtcDateTime, Id = NextId() }
                    : new W.Deleted { Author = name, Date = date.UtcDateTime, Id = NextId() });
        }
    }

    /// <summary>Marks a row with all that stands in it.</summary>
    public W.TableRow Mark(W.TableRow row, bool added)
    {
        row.TableRowProperties!.AppendChild<OpenXmlElement>(
            added ? new W.Inserted { Author = name, Date = date.UtcDateTime, Id = NextId() }
                : new W.Deleted { Author = name, Date = date.UtcDateTime, Id = NextId() });
        foreach (var paragraph in row.Descendants<W.Paragraph>().ToList())
        {
            Mark(paragraph, added, inCell: true);
        }

        return row;
    }

    /// <summary>Whether it is a part of a field, such as a hidden entry for the contents: nothing that is read.</summary>
    public static bool IsField(OpenXmlElement element) => element.Descendants().Any(part => part is W.FieldChar or W.FieldCode);

    private static OpenXmlElement AsDeleted(OpenXmlElement run)
    {
        foreach (var text in run.Elements<W.Text>().ToList())
        {
            text.InsertAfterSelf(new W.DeletedText(text.Text) { Space = SpaceProcessingModeValues.Preserve });
            text.Remove();
        }

        return run;
    }

    private string NextId() => Measure.Invariant(++count);
}
