using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>The page setup of a section: sheet, margins, line grid, header and footers.</summary>
internal static class WordSections
{
    /// <summary>How far the draft notice stands above the text in mm.</summary>
    private const double Gap = 5;

    private const double MillimetresPerPoint = 25.4 / 72;

    public static W.SectionProperties Properties(Section section, WordContext context)
    {
        var page = context.Page;
        var properties = new W.SectionProperties();
        var draft = context.Document.Metadata.HeadLine is not null && section.Page.Numbered;
        AddHeader(properties, draft ? WordPartIds.DraftHeader : WordPartIds.EmptyHeader);
        var (odd, even) = !section.Page.Numbered ? (WordPartIds.EmptyFooter, WordPartIds.EmptyFooter)
            : section.Page.Orientation == PageOrientation.Landscape ? (WordPartIds.OddSideFooter, WordPartIds.EvenSideFooter)
            : (WordPartIds.OddFooter, WordPartIds.EvenFooter);
        AddFooter(properties, W.HeaderFooterValues.Default, odd);
        AddFooter(properties, W.HeaderFooterValues.Even, even);
        properties.Append(
            new W.SectionType { Val = W.SectionMarkValues.NextPage },
            Sheet(section, page),
            Margins(page, context.Theme),
            new W.DocGrid { Type = W.DocGridValues.Lines, LinePitch = Measure.Twips(context.Theme.LinePitch) });
        return properties;
    }

    private static void AddHeader(W.SectionProperties properties, string id) => properties.Append(
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = id },
        new W.HeaderReference { Type = W.HeaderFooterValues.Even, Id = id });

    private static void AddFooter(W.SectionProperties properties, W.HeaderFooterValues type, string id) =>
        properties.AppendChild(new W.FooterReference { Type = type, Id = id });

    private static W.PageSize Sheet(Section section, PageGeometry page)
    {
        var size = new W.PageSize { Width = (uint)page.Width, Height = (uint)page.Height };
        if (section.Page.Orientation == PageOrientation.Landscape)
        {
            size.Orient = W.PageOrientationValues.Landscape;
        }

        return size;
    }

    private static W.PageMargin Margins(PageGeometry page, Theme theme) => new()
    {
        Top = Measure.TwipsOfMillimetres(page.Margins.Top),
        Bottom = Measure.TwipsOfMillimetres(page.Margins.Bottom),
        Left = (uint)Measure.TwipsOfMillimetres(page.Margins.Left),
        Right = (uint)Measure.TwipsOfMillimetres(page.Margins.Right),
        Header = Distance(page.Margins.Top, WordStyles.HeaderPitch),
        // The footer's own line must fit below the text; a landscape page's number does not stand in it.
        Footer = (uint)Measure.TwipsOfMillimetres(Math.Max(0, Math.Min(theme.PageNumberHeight, page.Margins.Bottom) - (WordStyles.FooterPitch * MillimetresPerPoint))),
        Gutter = 0,
    };

    // From the sheet's edge to the far side of a line that stands the gap away from the text.
    private static uint Distance(double margin, double pitch) =>
        (uint)Measure.TwipsOfMillimetres(Math.Max(0, margin - Gap - (pitch * MillimetresPerPoint)));
}
