namespace FinalAccounts.Comparison;

/// <summary>A block of text as its paragraphs, and every block as one text that is equal only when it says the same.</summary>
internal static class BlockLines
{
    /// <summary>The paragraphs of a block of text; line breaks inside one are kept.</summary>
    public static IReadOnlyList<string> Of(Block block) => block switch
    {
        Heading heading => [DocumentText.Of(heading.Inlines)],
        Paragraph paragraph => [DocumentText.Of(paragraph.Inlines)],
        ListBlock list => [.. list.Items.Select(DocumentText.Of)],
        Cover or TableOfContents or PageBreak => DocumentText.Running(block).Split('\n'),
        _ => throw new ArgumentException($"{block.GetType().Name} is not a block of text.", nameof(block)),
    };

    /// <summary>Everything that a reader sees of a block.</summary>
    public static string Seen(Block block) => block switch
    {
        Chart chart => string.Join('\n', [chart.Caption, chart.Unit, .. chart.Categories, .. chart.Series.SelectMany(series => Texts(series))]),
        ListBlock list => string.Join('\n', list.Items.Select((item, at) => $"{new string('\t', list.DepthOf(at))}{(list.Ordered ? "#" : "")}{DocumentText.Of(item)}")),
        _ => DocumentText.Running(block),
    };

    private static IEnumerable<string> Texts(ChartSeries series) => [series.Name, .. series.Values.Select(value => value?.Text ?? "")];
}
