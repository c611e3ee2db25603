using FinalAccounts.Rendering.Drawing;

namespace FinalAccounts.Rendering.Layout;

/// <summary>How far apart the lines of the contents stand: a little closer where that keeps a few entries from a page of their own.</summary>
internal static class ContentsPitch
{
    /// <summary>四号, the size of the entries in pt.</summary>
    public const double Size = 14;
    private const double Usual = 24;
    private const double Least = 20;
    private const double NumberEm = 2.4;
    private const double Hanging = 2 * Size;
    private const double FewestOnLast = 0.3;

    /// <summary>In pt.</summary>
    public static double Of(IReadOnlyList<Heading> entries, double width, double height, Theme theme)
    {
        var lines = entries.Sum(entry => Lines(entry, width));
        var title = (1.5 * theme.TitleSize) + theme.LinePitch;
        var pages = Pages(Usual);

        // The last page's share decides whether it is worth a page.
        var last = ((lines * Usual) + title) / height % 1;
        if (pages == 1 || last > FewestOnLast || Pages(Least) == pages)
        {
            return Usual;
        }

        var pitch = Usual;
        while (pitch > Least && Pages(pitch) == pages)
        {
            pitch -= 0.25;
        }

        return pitch;

        int Pages(double each)
        {
            var (left, count) = (lines - (int)((height - title) / each), 1);
            return left <= 0 ? count : count + (int)Math.Ceiling(left / Math.Floor(height / each));
        }
    }

    /// <summary>The lines of an entry that takes several, none of which ends inside a word or is a single character; null where it takes one, or theirs are good.</summary>
    public static LedLines? Led(string text, int level, double width) => LedLines.Of(text, Room(level, width), Size, Hanging);

    /// <summary>The room in pt of an entry's first line, without that for dots.</summary>
    public static double Room(int level, double width) => width - ((level - 1) * Size) - (NumberEm * Size);

    private static int Lines(Heading entry, double width)
    {
        var room = Room(entry.Level, width) - Size;
        return Math.Max(1, (int)Math.Ceiling(TextMeasure.Width(entry.ContentsText ?? DocumentText.Of(entry.Inlines), Size) / room));
    }
}
