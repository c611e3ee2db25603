using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;

namespace FinalAccounts.Tests.Word;

/// <summary>What a reader of the document reads, paragraph by paragraph: the measure for the Word file's text.</summary>
internal static class DocumentLines
{
    public static IEnumerable<string> Of(Document document, PageMap pages) =>
        document.Blocks.SelectMany(block => Of(block, document, pages)).Where(line => line.Length > 0);

    private static IEnumerable<string> Of(Block block, Document document, PageMap pages) => block switch
    {
        Heading heading => [Line(heading.Inlines)],
        Paragraph paragraph => [Line(paragraph.Inlines)],
        ListBlock list => list.Items.Select(Line),
        Table table => Table(table),
        Chart chart => [chart.Caption],
        Cover cover => [.. cover.Extras.Select(extra => $"{extra.Label}：{extra.Value}"), .. cover.TitleLines, cover.Date],
        TableOfContents contents => [contents.Title, .. document.Blocks.OfType<Heading>().Where(heading => heading.InContents)
            .Select(heading => $"{heading.ContentsText ?? Line(heading.Inlines)}\t{pages.PageOf(heading.Id)}")],
        PageBreak => [],
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static IEnumerable<string> Table(Table table)
    {
        if (table.Frame is { } frame)
        {
            yield return frame.Mark ?? "";
            yield return string.Join('\t', new[] { frame.Owner, frame.Unit }.OfType<string>());
        }

        foreach (var cell in table.HeaderRows.Concat(table.Rows).SelectMany(row => row.Cells))
        {
            yield return Line(cell.Inlines);
        }
    }

    private static string Line(IReadOnlyList<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        Text text => text.Value,
        Strong strong => Line(strong.Inlines),
        Figure figure => figure.Text,
        LineBreak => "\n",
        Checkbox box => box.Checked ? "☑" : "☐",
        _ => throw new NotSupportedException(inline.GetType().Name),
    }));
}
