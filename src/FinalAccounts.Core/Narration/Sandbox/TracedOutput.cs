using System.Text;
using Scriban.Runtime;

namespace FinalAccounts.Narration.Sandbox;

/// <summary>Collects what a template prints and remembers which line of the template each line of output came from.</summary>
internal sealed class TracedOutput(string file, string template, NarrationBudget budget) : IScriptOutput
{
    private readonly StringBuilder text = new();
    private readonly List<Place?> lines = [null];
    private readonly List<(int Offset, Place Place)> stretches = [];
    private readonly int[] lineStarts = Starts(template);
    private NarrationContext? context;

    /// <summary>The output so far.</summary>
    public string Text => text.ToString();

    /// <summary>For each line of output the place of its first character that is no blank; null for lines without such.</summary>
    public IReadOnlyList<Place?> Lines => lines;

    /// <summary>The place of the template that printed the character at this offset of the output; null before the first.</summary>
    public Place? At(int offset)
    {
        var (low, high) = (0, stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stretches[middle].Offset <= offset ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? stretches[low - 1].Place : null;
    }

    /// <summary>The context whose current node tells the place of what is not the template's own text.</summary>
    public void Follow(NarrationContext running) => context = running;

    public void Write(string written, int offset, int count)
    {
        var own = ReferenceEquals(written, template);
        if (!own && count > 0)
        {
            stretches.Add((text.Length, ScribanMessages.PlaceOf(context?.HereInSection ?? default, file)));
        }

        var begun = 0;
        for (var i = offset; i < offset + count; i++)
        {
            if (own && (i == offset || written[i - 1] == '\n'))
            {
                stretches.Add((text.Length + i - offset, Own(i)));
            }

            if (written[i] == '\n')
            {
                lines.Add(null);
            }
            else if (lines[^1] is null && !char.IsWhiteSpace(written[i]))
            {
                lines[^1] = own ? Own(i) : Current();
                begun++;
            }
        }

        // Each line may become a paragraph.
        budget.Print(context?.Here ?? default, new PrintedSize(begun, count));
        text.Append(written, offset, count);
    }

    public ValueTask WriteAsync(string written, int offset, int count, CancellationToken cancellation)
    {
        Write(written, offset, count);
        return ValueTask.CompletedTask;
    }

    private static int[] Starts(string text) =>
        [0, .. Enumerable.Range(0, text.Length).Where(i => text[i] == '\n').Select(i => i + 1)];

    private Place Own(int offset)
    {
        var line = Array.BinarySearch(lineStarts, offset);
        line = line < 0 ? ~line - 1 : line;
        return new Place(file, Line: line + 1, Column: offset - lineStarts[line] + 1);
    }

    private Place Current()
    {
        var span = context?.Here ?? default;
        return ScribanMessages.PlaceOf(span, file);
    }
}
