using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Reading.Word;

/// <summary>Which paragraphs are headings: by the outline level of paragraph or style, else by number and look.</summary>
internal sealed class WordHeadings
{
    private const int DeepestChain = 20;
    private readonly Dictionary<string, W.Style> styles;

    public WordHeadings(MainDocumentPart main) => styles = (main.StyleDefinitionsPart?.Styles?.Elements<W.Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null).GroupBy(style => style.StyleId!.Value!).ToDictionary(group => group.Key, group => group.First());

    /// <summary>The level of the heading; 0 for other paragraphs.</summary>
    public int Level(W.Paragraph paragraph, string text)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own and < 9)
        {
            return own + 1;
        }

        foreach (var style in Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level and < 9)
            {
                return level + 1;
            }

            if (style.StyleName?.Val?.Value is { } name && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name["heading ".Length..], out var number))
            {
                return number;
            }
        }

        return HeadingPattern.Level(text);
    }

    /// <summary>Whether the paragraph is an entry of the table of contents.</summary>
    public bool IsContents(W.Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
        .Any(style => style.StyleName?.Val?.Value is { } name && name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase));

    /// <summary>The numbering that the paragraph's styles give it; null for none.</summary>
    public W.NumberingProperties? Numbering(W.Paragraph paragraph) => paragraph.ParagraphProperties?.NumberingProperties
        ?? Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(own => own is not null);

    private IEnumerable<W.Style> Chain(string? id)
    {
        for (var depth = 0; id is not null && depth < DeepestChain && styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
