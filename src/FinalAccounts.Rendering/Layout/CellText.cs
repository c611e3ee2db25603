using System.Text;
using System.Text.RegularExpressions;
using FinalAccounts.Rendering.Drawing;

namespace FinalAccounts.Rendering.Layout;

/// <summary>The text of a cell as pieces that no line ends inside: numbers, codes, words, scores in brackets （1.5分）, a character with the marks that belong to it.</summary>
internal static partial class CellText
{
    private const string Closing = "，。、；：？！）》〉】〕〗”’％%·…";
    private const string Opening = "（《〈【〔〖“‘";

    // Of the type's size: LibreOffice parts Latin from Chinese, whatever the file says.
    private const double BesideLatin = 0.25;

    /// <summary>The pieces of one line of the cell's text.</summary>
    public static IEnumerable<string> Pieces(string line) =>
        Scores(line).SelectMany(part => part.IsScore ? [part.Text] : Loose(part.Text));

    /// <summary>The text parted at the scores in brackets, each with whether it is one.</summary>
    public static IEnumerable<(string Text, bool IsScore)> Scores(string text) => MatchedParts.Of(text, Score());

    /// <summary>How many lines the cell takes in a column with so much room in pt.</summary>
    public static int Lines(IReadOnlyList<Inline> inlines, double room, double size) =>
        DocumentText.Of(inlines).Split('\n').Sum(line => LinesOf(line, room / size));

    /// <summary>Whether the last of several lines would be a single character.</summary>
    public static bool EndsAlone(IReadOnlyList<Inline> inlines, double room, double size) => DocumentText.Of(inlines).Split('\n').Any(line =>
        line.Length > 1 && LinesOf(line, room / size) is var lines and > 1 && LinesOf(line[..^1], room / size) < lines);

    /// <summary>The width in pt of the widest piece; a figure alone is one with its unit: 15分.</summary>
    public static double Widest(IReadOnlyList<Inline> inlines, double size) => inlines is [Figure figure]
        ? TextMeasure.Width(figure.Text, size) + (char.IsAscii(figure.Text[^1]) ? 0 : BesideLatin * size)
        : DocumentText.Of(inlines).Split('\n').SelectMany(Pieces).Select(piece => TextMeasure.Width(piece, size)).DefaultIfEmpty().Max();

    /// <summary>The width in pt of the longest line where none is broken.</summary>
    public static double Whole(IReadOnlyList<Inline> inlines, double size) =>
        DocumentText.Of(inlines).Split('\n').Select(line => TextMeasure.Width(line, size)).Max();

    /// <summary>The pieces where nothing keeps scores whole, as in Word.</summary>
    public static IEnumerable<string> Loose(string text)
    {
        var (start, end) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (end > start && !BelongTogether(text[end - 1], rune))
            {
                yield return text[start..end];
                start = end;
            }

            end += rune.Utf16SequenceLength;
        }

        if (end > start)
        {
            yield return text[start..];
        }
    }

    private static int LinesOf(string text, double room)
    {
        var (lines, used) = (1, 0.0);
        foreach (var piece in Pieces(text))
        {
            var width = TextMeasure.Width(piece, 1);
            if (used > 0 && used + width > room)
            {
                lines++;
                used = 0;
            }

            // What is wider than the column is broken somewhere.
            lines += width > room ? (int)Math.Ceiling(width / room) - 1 : 0;
            used += width;
        }

        return lines;
    }

    private static bool BelongTogether(char before, Rune after) =>
        Opening.Contains(before) || (after.IsBmp && Closing.Contains((char)after.Value))
        || (before is > ' ' and < '\u007F' && after.Value is > ' ' and < 0x7F);

    [GeneratedRegex("[（(][0-9.]{1,5}[分%％][）)]")]
    private static partial Regex Score();
}
