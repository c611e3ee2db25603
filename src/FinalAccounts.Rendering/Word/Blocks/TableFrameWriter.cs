using DocumentFormat.OpenXml;
using FinalAccounts.Rendering.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>The lines between a table's title and its grid: left the owner, right the form's mark and the unit of money.</summary>
internal static class TableFrameWriter
{
    public static IEnumerable<OpenXmlElement> Write(TableFrame? frame, WordContext context) =>
        FrameLines.Of(frame, context.Page.TextWidth / Measure.TwipsOfPoint).Select(line => Line(line.Left, line.Right, context));

    private static W.Paragraph Line(string? left, string? right, WordContext context)
    {
        if (right is null)
        {
            return WordParagraph.Of(WordStyleIds.TableFrame, left ?? "");
        }

        if (left is null)
        {
            var alone = WordParagraph.Of(WordStyleIds.TableFrame, right);
            alone.ParagraphProperties!.Justification = new W.Justification { Val = W.JustificationValues.Right };
            return alone;
        }

        var line = WordParagraph.Of(
            WordStyleIds.TableFrame, [WordText.Run(left), new W.Run(new W.TabChar()), WordText.Run(right)]);
        line.ParagraphProperties!.Tabs = new W.Tabs(
            new W.TabStop { Val = W.TabStopValues.Right, Position = context.Page.TextWidth });
        return line;
    }
}
