using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>The title page: the title in the upper third, the date near the foot.</summary>
internal static class CoverWriter
{
    // How far the title stands below what precedes it, and the date above the margin, in mm.
    private const double TitleDrop = 60;
    private const double DateRise = 10;

    public static IEnumerable<OpenXmlElement> Write(Cover cover, WordContext context)
    {
        var above = 0.0;
        if (context.Document.Metadata.DraftNotice is { } notice)
        {
            above += WordStyles.CoverDraftPitch;
            yield return WordParagraph.Of(WordStyleIds.CoverDraft, notice);
        }

        foreach (var line in cover.Extras)
        {
            above += WordStyles.CoverLinePitch;
            yield return WordParagraph.Of(WordStyleIds.CoverLine, line.ToString());
        }

        for (var index = 0; index < cover.TitleLines.Count; index++)
        {
            var paragraph = WordParagraph.Of(WordStyleIds.CoverTitle, cover.TitleLines[index]);
            BalancedTitle.Apply(paragraph, Lines(cover.TitleLines[index], context), context.Page.TextWidth, WordStyles.CoverTitleSize);
            if (index == 0)
            {
                paragraph.ParagraphProperties!.SpacingBetweenLines = Before(Measure.TwipsOfMillimetres(TitleDrop));
            }

            yield return paragraph;
        }

        // The lines below the title and the date are pushed down to the foot of the page.
        above += cover.Below.Count * WordStyles.CoverLinePitch;
        var room = RoomAboveDate(cover, context, above);
        foreach (var line in cover.Below)
        {
            var paragraph = WordParagraph.Of(WordStyleIds.CoverLine, line.ToString());
            paragraph.ParagraphProperties!.Justification = new W.Justification { Val = W.JustificationValues.Center };
            paragraph.ParagraphProperties!.SpacingBetweenLines = room > 0 ? Before(room) : null;
            room = 0;
            yield return paragraph;
        }

        if (cover.Date.Length == 0)
        {
            yield break;
        }

        var date = WordParagraph.Of(WordStyleIds.CoverDate, cover.Date);
        date.ParagraphProperties!.SpacingBetweenLines = Before(room);
        yield return date;
    }

    private static int RoomAboveDate(Cover cover, WordContext context, double above)
    {
        var lines = cover.TitleLines.Sum(line => Lines(line, context).Count);
        // Half a line is kept back, should a font be wider than its size.
        var used = Measure.Twips(above + ((lines + 0.5) * WordStyles.CoverTitlePitch) + context.Theme.LinePitch)
            + Measure.TwipsOfMillimetres(TitleDrop + DateRise);
        return Math.Max(0, context.Page.TextHeight - used);
    }

    private static IReadOnlyList<string> Lines(string line, WordContext context) =>
        TitleLines.Of(line, WordStyles.CoverTitleSize, context.Setup, context.Theme);

    private static W.SpacingBetweenLines Before(int twips) => new() { Before = Measure.Invariant(twips) };
}
