namespace FinalAccounts.Documents;

/// <summary>One block of a document as text: what two editions are compared by.</summary>
/// <param name="Kind">heading, paragraph, list, table, chart, cover or contents.</param>
/// <param name="Id">The heading's, table's or chart's identifier; null for others.</param>
/// <param name="Level">The heading's level; null for others.</param>
/// <param name="Rows">The table's rows, header first, each with its cells' text; the chart's series, each with its name and values; a single row of one cell for the rest.</param>
public sealed record DocumentLine(string Kind, string? Id, int? Level, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>All blocks in reading order; page breaks say nothing and are left out.</summary>
    public static IEnumerable<DocumentLine> Of(Document document) =>
        document.Blocks.Where(block => block is not PageBreak).Select(Of);

    private static DocumentLine Of(Block block) => block switch
    {
        Heading heading => Plain("heading", block) with { Id = heading.Id, Level = heading.Level },
        Paragraph => Plain("paragraph", block),
        ListBlock list => new DocumentLine("list", null, null, [.. list.Items.Select(item => (string[])[DocumentText.Of(item)])]),
        Cover => Plain("cover", block),
        TableOfContents => Plain("contents", block),
        Table table => new DocumentLine("table", table.Id, null, [.. table.HeaderRows.Concat(table.Rows).Select(Cells)]),
        Chart chart => new DocumentLine("chart", chart.Id, null, [[chart.Caption, .. chart.Categories], .. chart.Series.Select(Values)]),
        _ => throw new InvalidOperationException($"{block.GetType().Name} has no lines."),
    };

    private static DocumentLine Plain(string kind, Block block) => new(kind, null, null, [[DocumentText.Running(block)]]);

    private static string[] Cells(TableRow row) => [.. row.Cells.Select(cell => DocumentText.Of(cell.Inlines))];

    private static string[] Values(ChartSeries series) => [series.Name, .. series.Values.Select(value => value?.Text ?? "—")];
}
