namespace FinalAccounts.Documents;

/// <summary>How much is printed, whatever it was printed by: what limits on sections, previews and documents count.</summary>
/// <param name="Elements">Paragraphs and their lines, texts, figures, rows, cells, points of charts; a chart's frame, which is a drawing of many parts, counts <see cref="Chart"/>.</param>
/// <param name="Characters">Characters of all texts.</param>
public readonly record struct PrintedSize(long Elements, long Characters)
{
    /// <summary>Elements of a chart besides its points: as large on a page as so many words.</summary>
    public const int Chart = 100;

    /// <summary>Both together.</summary>
    public static PrintedSize operator +(PrintedSize one, PrintedSize other) => new(one.Elements + other.Elements, one.Characters + other.Characters);

    /// <summary>Of a part of a line. A text of several lines becomes as many paragraphs.</summary>
    public static PrintedSize Of(Inline inline) => inline switch
    {
        Text text => new(1 + text.Value.AsSpan().Count('\n'), text.Value.Length),
        Figure figure => new(1, figure.Text.Length),
        Strong strong => new PrintedSize(1, 0) + Of(strong.Inlines),
        _ => new(1, 1),
    };

    /// <summary>Of a line.</summary>
    public static PrintedSize Of(IEnumerable<Inline> inlines)
    {
        var size = default(PrintedSize);
        foreach (var inline in inlines)
        {
            size += Of(inline);
        }

        return size;
    }

    /// <summary>Of a block with all that it holds.</summary>
    public static PrintedSize Of(Block block) => new PrintedSize(1, 0) + block switch
    {
        Heading heading => Of(heading.Inlines),
        Paragraph paragraph => Of(paragraph.Inlines),
        ListBlock list => Sum(list.Items, item => new PrintedSize(1, 0) + Of(item)),
        Table table => Sum(table.HeaderRows.Concat(table.Rows), Of),
        Chart chart => new PrintedSize(Chart + chart.Categories.Count, chart.Caption.Length + chart.Categories.Sum(category => category.Length))
            + Sum(chart.Series, series => Sum(series.Values.OfType<Figure>(), Of)),
        _ => default,
    };

    /// <summary>Of a row with its cells.</summary>
    public static PrintedSize Of(TableRow row) => new PrintedSize(1, 0) + Sum(row.Cells, cell => new PrintedSize(1, 0) + Of(cell.Inlines));

    /// <summary>Of blocks.</summary>
    public static PrintedSize Of(IEnumerable<Block> blocks) => Sum(blocks, Of);

    private static PrintedSize Sum<T>(IEnumerable<T> items, Func<T, PrintedSize> size) => items.Aggregate(default(PrintedSize), (sum, item) => sum + size(item));
}
