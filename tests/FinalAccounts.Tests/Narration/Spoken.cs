using System.Text;
using FinalAccounts.Documents;

namespace FinalAccounts.Tests.Narration;

/// <summary>Blocks as lines of text: a heading begins with #, an item with -, strong text stands in **.</summary>
internal static class Spoken
{
    public static string Text(IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(Line));

    public static string Line(Block block) => block switch
    {
        Heading heading => new string('#', heading.Level) + " " + Of(heading.Inlines),
        Paragraph paragraph => Of(paragraph.Inlines),
        ListBlock list => string.Join('\n', list.Items.Select((item, index) => new string(' ', 2 * list.DepthOf(index)) + "- " + Of(item))),
        Chart chart => $"[图 {chart.Caption}: {string.Join("；", chart.Series.Select(s => string.Join("，", s.Values.Zip(chart.Categories, (v, c) => $"{c} {v?.Text ?? "空"}"))))}]",
        Table table => string.Join('\n', table.HeaderRows.Concat(table.Rows).Select(row => "| " + string.Join(" | ", row.Cells.Select(cell => Of(cell.Inlines))))),
        _ => block.GetType().Name,
    };

    public static string Of(IEnumerable<Inline> inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines)
        {
            text.Append(inline switch
            {
                Text { Value: var value } => value,
                Figure figure => figure.Text,
                Strong strong => $"**{Of(strong.Inlines)}**",
                _ => inline.GetType().Name,
            });
        }

        return text.ToString();
    }

    public static IEnumerable<Inline> Inlines(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Heading heading => heading.Inlines,
        Paragraph paragraph => paragraph.Inlines,
        ListBlock list => list.Items.SelectMany(item => item),
        _ => [],
    }).SelectMany(inline => inline is Strong strong ? strong.Inlines : [inline]);
}
