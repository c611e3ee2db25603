using FinalAccounts.Rendering.Drawing;

namespace FinalAccounts.Rendering.Layout;

/// <summary>
/// Text whose lines a program fills as far as they go, as Word does: a little less room leads it to lines that end between words.
/// </summary>
/// <param name="Lines">The lines.</param>
/// <param name="Room">The room in pt that leads to them: as much more than the longest line as less than what would draw a character up.</param>
internal sealed record LedLines(IReadOnlyList<string> Lines, double Room)
{
    // Longer text is told, not named.
    private const int Longest = 80;
    private const double Step = 0.25;
    private const double LeastRoom = 0.5;

    // A last line of one character is as bad as a torn word.
    private const double CostOfAlone = 3;

    /// <summary>The lines of a text that needs several; null where it needs one, or where less room makes nothing better.</summary>
    /// <param name="room">In pt.</param>
    /// <param name="size">Of the type, in pt.</param>
    /// <param name="hanging">How much less room in pt the lines after the first have.</param>
    public static LedLines? Of(string text, double room, double size, double hanging = 0)
    {
        if (text.Length is < 2 or > Longest || text.Contains('\n', StringComparison.Ordinal) || TextMeasure.Width(text, size) <= room)
        {
            return null;
        }

        var pieces = CellText.Loose(text).ToList();
        var full = Filled(pieces, room, size, hanging);
        var (best, cost) = (full, Cost(text, full.Lines));
        for (var less = room - (Step * size); less >= room * LeastRoom; less -= Step * size)
        {
            if (Filled(pieces, less, size, hanging) is var led && led.Lines.Count > full.Lines.Count)
            {
                break;
            }

            (best, cost) = Cost(text, led.Lines) is var own && own < cost ? (led, own) : (best, cost);
        }

        return ReferenceEquals(best, full) ? null : best;
    }

    private static LedLines Filled(List<string> pieces, double room, double size, double hanging)
    {
        var (lines, line, used, longest, next) = (new List<string>(), "", 0.0, 0.0, double.PositiveInfinity);
        foreach (var piece in pieces)
        {
            var less = lines.Count > 0 ? hanging : 0;
            var width = TextMeasure.Width(piece, size);
            if (line.Length > 0 && used + width + less > room)
            {
                next = Math.Min(next, used + width + less);
                lines.Add(line);
                (line, used, less) = ("", 0, hanging);
            }

            (line, used) = (line + piece, used + width);
            longest = Math.Max(longest, used + less);
        }

        return new LedLines([.. lines, line], Math.Min(room, (longest + Math.Min(next, longest + size)) / 2));
    }

    private static double Cost(string text, IReadOnlyList<string> lines)
    {
        var (cost, end) = (lines[^1].Length == 1 ? CostOfAlone : 0, 0);
        foreach (var line in lines.SkipLast(1))
        {
            end += line.Length;
            cost += WordEnds.MayEnd(text, end) ? WordEnds.Cost(text, end) : WordEnds.InsideWord;
        }

        return cost;
    }
}
