using System.Text;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Reading.Word;

/// <summary>The text of a paragraph as it is seen: what was deleted, hidden or is a field's code is left out; boxes and notes are collected.</summary>
internal sealed class WordRuns
{
    private readonly StringBuilder text = new();
    private readonly Stack<bool> fields = [];
    private int codes;

    /// <summary>Text boxes that hang on the paragraph.</summary>
    public List<W.TextBoxContent> Boxes { get; } = [];

    /// <summary>Notes that the paragraph refers to.</summary>
    public List<OpenXmlElement> Notes { get; } = [];

    /// <summary>The text; tabs stay, line breaks are \n.</summary>
    public string Text => text.ToString();

    public void Read(OpenXmlElement element, int depth = 0)
    {
        foreach (var child in depth > DocumentLimits.Depth ? [] : element.ChildElements)
        {
            switch (child)
            {
                case W.DeletedRun or W.MoveFromRun or W.ParagraphProperties or W.RunProperties or W.FieldCode or W.DeletedText:
                    break;
                case W.Run { RunProperties.Vanish: not null } hidden:
                    Count(hidden);
                    break;
                case W.FieldChar mark:
                    Count(mark);
                    break;
                case W.Text words when codes == 0:
                    text.Append(words.Text);
                    break;
                case W.TabChar when codes == 0:
                    text.Append('\t');
                    break;
                case W.Break { Type: null } or W.CarriageReturn when codes == 0:
                    text.Append('\n');
                    break;
                case W.NoBreakHyphen:
                    text.Append('-');
                    break;
                case W.SymbolChar symbol:
                    text.Append(Symbol(symbol));
                    break;
                case W.FootnoteReference or W.EndnoteReference:
                    Notes.Add(child);
                    break;
                case W.TextBoxContent box:
                    Boxes.Add(box);
                    break;
                case AlternateContent { } alternatives:
                    // Both tell the same; only one is seen.
                    Read((OpenXmlElement?)alternatives.GetFirstChild<AlternateContentChoice>() ?? alternatives, depth + 1);
                    break;
                default:
                    Read(child, depth + 1);
                    break;
            }
        }
    }

    // Of a field only its result is seen: what stands between 'begin' and 'separate' is its code.
    private void Count(OpenXmlElement element)
    {
        foreach (var mark in element is W.FieldChar own ? [own] : element.Descendants<W.FieldChar>())
        {
            var type = mark.FieldCharType?.Value;
            if (type == W.FieldCharValues.Begin)
            {
                fields.Push(true);
                codes++;
            }
            else if (fields.TryPop(out var isCode))
            {
                codes -= isCode ? 1 : 0;
                if (type == W.FieldCharValues.Separate)
                {
                    fields.Push(false);
                }
            }
        }
    }

    // Wingdings draws boxes and ticks for these codes.
    private static string Symbol(W.SymbolChar symbol) => symbol.Char?.Value?.ToUpperInvariant() switch
    {
        "F0FE" or "F052" or "2611" => "☑",
        "F0A8" or "F06F" or "F0A3" or "2610" => "☐",
        "F0FC" => "√",
        _ => "□",
    };
}
