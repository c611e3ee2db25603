using System.Text;

namespace FinalAccounts.Narration.Values;

/// <summary>
/// Stands for data while the text is Markdown: a marker of private-use characters that no template may contain.
/// What stands in a cell thus never meets the Markdown parser, and figures keep their origin through it.
/// </summary>
internal sealed class Markers
{
    private const char Open = '\uE000';
    private const char Close = '\uE001';
    private const char Zero = '\uE010';
    private readonly List<object> contents = [];

    /// <summary>Whether the text has a character that is kept for markers.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\uE000', '\uF8FF') >= 0;

    /// <summary>A marker for text of the data or of a helper.</summary>
    public string Add(Printed printed) => Mark(printed);

    /// <summary>A marker on a line of its own for blocks.</summary>
    public string Add(PrintedBlocks blocks) => "\n\n" + Mark(blocks) + "\n\n";

    /// <summary>Divides text into plain text (string), <see cref="Printed"/> and <see cref="PrintedBlocks"/>, each with where it begins.</summary>
    /// <returns>Null when a marker was broken.</returns>
    public IReadOnlyList<(object Content, int At)>? Split(string text)
    {
        var parts = new List<(object Content, int At)>();
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf(Open, position);
            var plain = open < 0 ? text[position..] : text[position..open];
            if (AreIn(plain))
            {
                return null;
            }

            if (plain.Length > 0)
            {
                parts.Add((plain, position));
            }

            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf(Close, open);
            if (close < 0 || Content(text.AsSpan(open + 1, close - open - 1)) is not { } content)
            {
                return null;
            }

            parts.Add((content, open));
            position = close + 1;
        }

        return parts;
    }

    private string Mark(object content)
    {
        contents.Add(content);
        var marker = new StringBuilder().Append(Open);
        foreach (var digit in (contents.Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            marker.Append((char)(Zero + (digit - '0')));
        }

        return marker.Append(Close).ToString();
    }

    private object? Content(ReadOnlySpan<char> digits)
    {
        var index = 0L;
        foreach (var digit in digits)
        {
            if (digit < Zero || digit > Zero + 9 || index > contents.Count)
            {
                return null;
            }

            index = index * 10 + (digit - Zero);
        }

        return digits.Length > 0 && index < contents.Count ? contents[(int)index] : null;
    }
}
