using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>Headers and footers: the page number — 1 — outside (GB/T 9704: 单页码居右，双页码居左), the notice of a draft.</summary>
internal static class WordHeadersFooters
{
    public static void Write(MainDocumentPart part, Document document, Theme theme)
    {
        part.AddNewPart<HeaderPart>(WordPartIds.EmptyHeader).Header = new W.Header(WordParagraph.Empty(WordStyleIds.Header));
        if (document.Metadata.HeadLine is { } notice)
        {
            part.AddNewPart<HeaderPart>(WordPartIds.DraftHeader).Header = new W.Header(WordParagraph.Of(WordStyleIds.Header, notice));
        }

        part.AddNewPart<FooterPart>(WordPartIds.EmptyFooter).Footer = new W.Footer(WordParagraph.Empty(WordStyleIds.Footer));
        part.AddNewPart<FooterPart>(WordPartIds.OddFooter).Footer = new W.Footer(Number(W.JustificationValues.Right, theme));
        part.AddNewPart<FooterPart>(WordPartIds.EvenFooter).Footer = new W.Footer(Number(W.JustificationValues.Left, theme));
        part.AddNewPart<FooterPart>(WordPartIds.OddSideFooter).Footer = SideNumber.Footer(theme, odd: true);
        part.AddNewPart<FooterPart>(WordPartIds.EvenSideFooter).Footer = SideNumber.Footer(theme, odd: false);
    }

    /// <summary>The number as a paragraph.</summary>
    public static W.Paragraph Number() => WordParagraph.Of(WordStyleIds.Footer, [WordText.Run("— "), .. WordField.Of(" PAGE ", "1"), WordText.Run(" —")]);

    private static W.Paragraph Number(W.JustificationValues side, Theme theme)
    {
        var paragraph = Number();
        // One character from the edge of the text.
        var room = Measure.Invariant(Measure.Twips(theme.PageNumberSize));
        paragraph.ParagraphProperties!.Indentation = side == W.JustificationValues.Right
            ? new W.Indentation { Right = room }
            : new W.Indentation { Left = room };
        paragraph.ParagraphProperties.Justification = new W.Justification { Val = side };
        return paragraph;
    }
}
