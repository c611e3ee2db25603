using System.Text.RegularExpressions;

namespace FinalAccounts.Assembly;

/// <summary>Fits narrated blocks into the document: ids unique in the whole, charts numbered in the order they stand (图1：…).</summary>
internal sealed partial class NarratedBlocks
{
    private int charts;

    /// <summary>The blocks of a section, with ids that begin with its own.</summary>
    public IEnumerable<Block> Fit(IReadOnlyList<Block> blocks, string id)
    {
        var headings = 0;
        var tables = 0;
        foreach (var block in blocks)
        {
            yield return block switch
            {
                Heading heading => heading with { Id = $"{id}-h{++headings}" },
                Table table => table with { Id = $"{id}-t{++tables}" },
                Chart chart => Numbered(chart),
                _ => block,
            };
        }
    }

    private Chart Numbered(Chart chart)
    {
        charts++;
        return chart with { Id = $"c{charts}", Caption = $"图{charts}：{OwnNumber().Replace(chart.Caption, "")}" };
    }

    // A caption that carries a number of its own gets the one of its place.
    [GeneratedRegex(@"^图\s*[0-9]+\s*[：:]\s*")]
    private static partial Regex OwnNumber();
}
