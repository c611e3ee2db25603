using FinalAccounts.Documents;
using FinalAccounts.Narration;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>Looks for words in all templates of a set and in what they print for a unit.</summary>
internal static class TextSearch
{
    /// <summary>Hits shown; more are counted, not shown.</summary>
    public const int Most = 80;

    private const int Around = 16;

    /// <summary>Templates first, then printed text, each in the document's order.</summary>
    public static SearchAnswer Find(PreviewSource source, string words)
    {
        var hits = new List<SearchHit>();
        var titles = source.With(narrator => narrator.Entries).Where(entry => entry.Item.Section is not null)
            .GroupBy(entry => entry.Item.Section!).ToDictionary(group => group.Key, group => group.First().Title ?? group.First().Part);
        var files = WorkbenchFile.Of(source.Set.Loaded.Set!.Set);
        foreach (var file in titles.Keys.Select(path => files.First(file => file.Path == path)).Concat(files.Where(file => !titles.ContainsKey(file.Path))))
        {
            foreach (var (index, line) in file.Text.Split('\n').Index())
            {
                Add("template", file.Path, titles.GetValueOrDefault(file.Path, file.Name), _ => index + 1, line);
            }
        }

        foreach (var line in source.Printed)
        {
            Add("printed", line.Path, titles.GetValueOrDefault(line.Path, line.Path), line.LineAt, line.Text);
        }

        return new SearchAnswer([.. hits.Take(Most)], hits.Count, [.. hits.Where(hit => hit.Kind == "template").Select(hit => hit.Path).Distinct()]);

        void Add(string kind, string path, string title, Func<int, int> number, string text)
        {
            for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase))
            {
                var (start, end) = (Whole(text, Math.Max(0, at - Around), -1), at + words.Length);
                var stop = Whole(text, Math.Min(text.Length, end + Around), 1);
                hits.Add(new SearchHit(
                    kind, path, title, number(at), (start > 0 ? "…" : "") + text[start..at].TrimStart(), text[at..end], text[end..stop] + (stop < text.Length ? "…" : "")));
            }
        }
    }

    // Numbers and words of letters are not cut: 总计95,20 would be another number.
    private static int Whole(string text, int at, int way)
    {
        while (at > 0 && at < text.Length && IsPart(text[at - 1]) && IsPart(text[at]))
        {
            at += way;
        }

        return at;

        static bool IsPart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or ',' or '%' or '_';
    }

    /// <summary>What sections print, a paragraph a line.</summary>
    public static string Text(IReadOnlyList<DraftSection> sections) =>
        string.Join('\n', sections.SelectMany(section => section.Blocks.SelectMany(block => Lines(block, section))).Select(line => line.Text));

    /// <summary>What all sections print, a paragraph a line.</summary>
    public static IReadOnlyList<PrintedLine> Printed(DraftNarrator narrator, CancellationToken cancellation)
    {
        var lines = new List<PrintedLine>();
        foreach (var path in narrator.Entries.Select(entry => entry.Item.Section).OfType<string>().Distinct())
        {
            foreach (var section in narrator.Narrate(path, new Dictionary<string, string>(), cancellation))
            {
                lines.AddRange(section.Blocks.SelectMany(block => Lines(block, section)));
            }
        }

        return lines;
    }

    private static IEnumerable<PrintedLine> Lines(Block block, DraftSection section)
    {
        IReadOnlyList<IReadOnlyList<Inline>> lines = block switch
        {
            Heading heading => [heading.Inlines],
            Paragraph paragraph => [paragraph.Inlines],
            ListBlock list => list.Items,
            Table table => [.. table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Inlines)],
            _ => [],
        };

        return lines.Select(inlines => new PrintedLine(
            section.File, DocumentText.Of(inlines), block.Place?.Line ?? 1,
            [.. inlines.Select(inline => (DocumentText.Of([inline]).Length, section.InlinePlaces.GetValueOrDefault(inline)?.Line))]));
    }
}

/// <summary>A paragraph as printed.</summary>
/// <param name="First">The template line that it begins in.</param>
/// <param name="Stretches">How long each stretch of it is, and the template line that made it.</param>
public sealed record PrintedLine(string Path, string Text, int First, IReadOnlyList<(int Length, int? Line)> Stretches)
{
    /// <summary>The template line that made the character at this place.</summary>
    public int LineAt(int position)
    {
        foreach (var (length, line) in Stretches)
        {
            if (position < length)
            {
                return line ?? First;
            }

            position -= length;
        }

        return First;
    }
}

/// <summary>What was found.</summary>
/// <param name="Hits">The first of them.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Paths">All templates that have the words, also in hits that are not shown.</param>
internal sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Total, IReadOnlyList<string> Paths);

/// <summary>A place where the words stand.</summary>
/// <param name="Kind">template or printed.</param>
/// <param name="Title">The section's title.</param>
/// <param name="Line">The template line.</param>
internal sealed record SearchHit(string Kind, string Path, string Title, int Line, string Before, string Words, string After);
