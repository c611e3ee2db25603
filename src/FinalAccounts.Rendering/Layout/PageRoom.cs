namespace FinalAccounts.Rendering.Layout;

/// <summary>How much room a page has for a table, in pt.</summary>
internal sealed class PageRoom(PageSetup setup, Theme theme)
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double FrameLine = 1.5 * FrameLines.Size;
    private const double BelowTitle = 4;
    private const double NoteLine = 1.3;
    private const double BetweenNotes = 2;

    // The heavier frame, and a line for types and programs that set higher than measured.
    private const double Spare = 18;

    // Of a page: below more text a table begins as the typesetter finds room.
    private const double MostAbove = 0.7;

    private (double Width, double Height) Sheet => setup.Orientation == PageOrientation.Landscape ? (297, 210) : (210, 297);

    /// <summary>Between the margins.</summary>
    public double Width => (Sheet.Width - theme.MarginsOf(setup).Left - theme.MarginsOf(setup).Right) * PointsPerMillimetre;

    /// <summary>Between the margins, less what a table needs besides its rows.</summary>
    public double Height => ((Sheet.Height - theme.MarginsOf(setup).Top - theme.MarginsOf(setup).Bottom) * PointsPerMillimetre) - Spare;

    /// <summary>What stands above a table, from the top of the page; null when only the typesetter knows its height: a drawing, another table, or text of most of a page.</summary>
    public double? Above(IEnumerable<Block> blocks)
    {
        var height = 0.0;
        foreach (var block in blocks)
        {
            if (HeightOf(block) is not { } own)
            {
                return null;
            }

            height += own;
        }

        return height <= Height * MostAbove ? height : null;
    }

    /// <summary>The title of a table with the room below it.</summary>
    public double Title(string title) => (Lines(title, theme.BodySize) * theme.LinePitch) + BelowTitle;

    /// <summary>The lines between title and grid.</summary>
    public static double Frame(TableFrame? frame, double width) => FrameLines.Of(frame, width).Count * FrameLine;

    /// <summary>The notes below a table.</summary>
    public double Notes(IEnumerable<Paragraph> notes) =>
        notes.Sum(note => (CellText.Lines(note.Inlines, Width, theme.NoteSize) * NoteLine * theme.NoteSize) + BetweenNotes);

    private double? HeightOf(Block block) => block switch
    {
        Heading { Style: HeadingStyle.TableTitle } heading => Title(DocumentText.Of(heading.Inlines)),
        Heading { Style: HeadingStyle.Part } heading => (Lines(DocumentText.Of(heading.Inlines), theme.TitleSize) * 1.5 * theme.TitleSize) + theme.LinePitch,
        Heading heading => Text(heading.Inlines),
        Paragraph { Style: ParagraphStyle.TableNote } note => Notes([note]),
        Paragraph { Style: ParagraphStyle.Body or ParagraphStyle.Plain or ParagraphStyle.Centered or ParagraphStyle.Caption } paragraph => Text(paragraph.Inlines),
        ListBlock list => list.Items.Sum(Text),
        _ => null,
    };

    // A line more where there are several: some end sooner than reckoned.
    private double Text(IReadOnlyList<Inline> inlines) =>
        CellText.Lines(inlines, Width - (2 * theme.BodySize), theme.BodySize) is var lines and > 1 ? (lines + 1) * theme.LinePitch : theme.LinePitch;

    private int Lines(string title, double size) => TitleLines.Of(title, size, setup, theme).Count;
}
