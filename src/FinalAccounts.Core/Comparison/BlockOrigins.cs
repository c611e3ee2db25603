using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>The origins of the figures and data texts of a block: those that a change touches, or all.</summary>
internal static class BlockOrigins
{
    /// <summary>Of both blocks, all.</summary>
    public static IEnumerable<Origin> All(BlockChange block) =>
        new[] { block.Earlier, block.Later }.OfType<Block>().SelectMany(Lines).SelectMany(line => Placed(line)).Select(placed => placed.Origin);

    /// <summary>Of the figures that the change touches.</summary>
    public static IEnumerable<Origin> Near(Change change, BlockChange block) => change.Kind switch
    {
        ChangeKind.Text when block is ChangedText text =>
            Within(text.Before, change.Spot.BeforeStart, change.Spot.BeforeEnd).Concat(Within(text.After, change.Spot.AfterStart, change.Spot.AfterEnd)),
        ChangeKind.Cell when block is ChangedTable table => table.Rows
            .SelectMany(row => new[] { (Row: row.Before, Text: change.Before), (Row: row.After, Text: change.After) })
            .Where(side => side.Row is not null && side.Text.Length > 0)
            .SelectMany(side => side.Row!.Cells.Where(cell => DocumentText.Of(cell.Cell.Inlines) == side.Text))
            .SelectMany(cell => Placed(cell.Cell.Inlines)).Select(placed => placed.Origin),
        ChangeKind.Chart when block is ChangedChart chart =>
            Figures(chart.Before).Where(figure => figure.Text == change.Before).Concat(Figures(chart.After).Where(figure => figure.Text == change.After)).Select(figure => figure.Origin),
        _ => All(block),
    };

    private static IEnumerable<Origin> Within(Block block, int start, int end)
    {
        var offset = 0;
        foreach (var line in Lines(block))
        {
            foreach (var placed in Placed(line))
            {
                if (Math.Max(start, placed.Start + offset) < Math.Min(Math.Max(end, start + 1), placed.End + offset))
                {
                    yield return placed.Origin;
                }
            }

            offset += DocumentText.Of(line).Length + 1;
        }
    }

    private static IEnumerable<IReadOnlyList<Inline>> Lines(Block block) => block switch
    {
        Heading heading => [heading.Inlines],
        Paragraph paragraph => [paragraph.Inlines],
        ListBlock list => list.Items,
        Table table => table.HeaderRows.Concat(table.Rows).SelectMany(row => row.Cells).Select(cell => cell.Inlines),
        Chart chart => [[.. Figures(chart)]],
        _ => [],
    };

    private static IEnumerable<Figure> Figures(Chart chart) => chart.Series.SelectMany(series => series.Values).OfType<Figure>();

    private static IEnumerable<(Origin Origin, int Start, int End)> Placed(IReadOnlyList<Inline> inlines, int offset = 0)
    {
        foreach (var inline in inlines)
        {
            var length = DocumentText.Of([inline]).Length;
            switch (inline)
            {
                case Strong strong:
                    foreach (var placed in Placed(strong.Inlines, offset))
                    {
                        yield return placed;
                    }

                    break;
                case Figure figure:
                    yield return (figure.Origin, offset, offset + length);
                    break;
                case Text { Origin: { } origin }:
                    yield return (origin, offset, offset + length);
                    break;
            }

            offset += length;
        }
    }
}
