using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Reading.Word;

/// <summary>Footnotes and endnotes by their ids.</summary>
internal sealed class WordNotes(MainDocumentPart main)
{
    private readonly Dictionary<long, W.Footnote> footnotes = (main.FootnotesPart?.Footnotes?.Elements<W.Footnote>() ?? [])
        .Where(note => note.Id?.Value is not null).GroupBy(note => note.Id!.Value).ToDictionary(group => group.Key, group => group.First());

    private readonly Dictionary<long, W.Endnote> endnotes = (main.EndnotesPart?.Endnotes?.Elements<W.Endnote>() ?? [])
        .Where(note => note.Id?.Value is not null).GroupBy(note => note.Id!.Value).ToDictionary(group => group.Key, group => group.First());

    /// <summary>The paragraphs of a footnote.</summary>
    public IEnumerable<W.Paragraph> Footnote(long? id) => id is { } known && footnotes.TryGetValue(known, out var note) ? note.Elements<W.Paragraph>() : [];

    /// <summary>The paragraphs of an endnote.</summary>
    public IEnumerable<W.Paragraph> Endnote(long? id) => id is { } known && endnotes.TryGetValue(known, out var note) ? note.Elements<W.Paragraph>() : [];
}
