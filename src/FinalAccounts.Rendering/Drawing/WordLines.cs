namespace FinalAccounts.Rendering.Drawing;

/// <summary>Text in as few lines as it needs, broken between words where it can be, no line a single character where that can be.</summary>
internal static class WordLines
{
    private const double CostOfAlone = 2;
    private const double CostOfRagged = 1;
    private const double CostOfLine = 1;

    /// <summary>The lines, none wider than asked; broken anywhere where a number or a Latin word is wider than that.</summary>
    /// <param name="width">In pt.</param>
    /// <param name="size">Of the type, in pt.</param>
    public static IReadOnlyList<string> Of(string text, double width, double size) => Broken(text, width, size, costOfLine: text.Length * WordEnds.InsideWord * 2);

    /// <summary>The lines, up to so many where that keeps a word whole.</summary>
    public static IReadOnlyList<string> Of(string text, double width, double size, int most) =>
        Broken(text, width, size, CostOfLine) is var roomy && roomy.Count <= most ? roomy : Of(text, width, size);

    private static IReadOnlyList<string> Broken(string text, double width, double size, double costOfLine)
    {
        var best = new (double Cost, int Start)[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            best[end] = (double.PositiveInfinity, 0);
            if (end < text.Length && !WordEnds.MayEnd(text, end))
            {
                continue;
            }

            var cost = costOfLine + (end < text.Length ? WordEnds.Cost(text, end) : 0);
            for (var start = end - 1; start >= 0 && TextMeasure.Width(text[start..end], size) is var own && own <= width; start--)
            {
                var whole = best[start].Cost + cost + (end - start == 1 ? CostOfAlone : 0) + (CostOfRagged * Math.Pow((width - own) / width, 2));
                best[end] = whole < best[end].Cost ? (whole, start) : best[end];
            }
        }

        return double.IsPositiveInfinity(best[text.Length].Cost) ? TextMeasure.Wrap(text, width, size) : Back(text, best);
    }

    private static List<string> Back(string text, (double Cost, int Start)[] best)
    {
        var lines = new List<string>();
        for (var end = text.Length; end > 0; end = best[end].Start)
        {
            lines.Insert(0, text[best[end].Start..end]);
        }

        return lines;
    }
}
