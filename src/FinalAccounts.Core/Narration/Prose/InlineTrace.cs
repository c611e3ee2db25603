using FinalAccounts.Narration.Sandbox;

namespace FinalAccounts.Narration.Prose;

/// <summary>Which template line and tag printed each inline, for previews. Inlines are told apart by reference: equal words stand on several lines.</summary>
internal sealed class InlineTrace(TracedOutput output)
{
    private readonly Dictionary<Inline, Place> places = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> lineStarts = [];
    private readonly List<int> outputStarts = [];

    /// <summary>The inlines met so far.</summary>
    public IReadOnlyDictionary<Inline, Place> Places => places;

    /// <summary>The next line of the Markdown and where its first character stood in the output.</summary>
    public void Line(int start, int outputStart)
    {
        lineStarts.Add(start);
        outputStarts.Add(outputStart);
    }

    /// <summary>A copy of an inline that stands at this offset of the Markdown: a helper's result may be printed twice.</summary>
    public Inline Add(Inline inline, int offset)
    {
        var copy = inline with { };
        if (At(offset) is { } place)
        {
            places[copy] = place;
        }

        return copy;
    }

    /// <summary>A stretch of an inline's text stands for it from now on.</summary>
    public Text Replace(Text whole, Text part)
    {
        if (places.TryGetValue(whole, out var place))
        {
            places[part] = place;
        }

        return part;
    }

    /// <summary>Words of the template, divided where they come from different lines or tags.</summary>
    public IEnumerable<Text> Divide(string text, int offset)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || At(offset + i) != At(offset + start))
            {
                yield return (Text)Add(new Text(text[start..i]), offset + start);
                start = i;
            }
        }
    }

    private Place? At(int offset)
    {
        var line = lineStarts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return line < 0 ? null : output.At(outputStarts[line] + offset - lineStarts[line]);
    }
}
