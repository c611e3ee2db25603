using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>Paragraphs in a named style.</summary>
internal static class WordParagraph
{
    public static W.Paragraph Of(string style, IEnumerable<OpenXmlElement> content)
    {
        var paragraph = Empty(style);
        foreach (var element in content)
        {
            paragraph.AppendChild(element);
        }

        return paragraph;
    }

    public static W.Paragraph Of(string style, string text) => Of(style, [WordText.Run(text)]);

    public static W.Paragraph Empty(string style) => new()
    {
        ParagraphProperties = new W.ParagraphProperties { ParagraphStyleId = new W.ParagraphStyleId { Val = style } },
    };
}
