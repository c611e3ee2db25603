namespace FinalAccounts.Documents;

/// <summary>A document as plain text: the running text that every format must carry.</summary>
public static class DocumentText
{
    /// <summary>The text of a block as a reader meets it, a line per paragraph, row or item; cells are divided by tabs.</summary>
    /// <remarks>Text that only a renderer can know (page numbers, the entries of the contents) is not in it.</remarks>
    public static string Running(Block block) => string.Join('\n', RunningLines(block));

    /// <summary>The text of inlines; a line break is a new line, a box ☑ or ☐.</summary>
    public static string Of(IReadOnlyList<Inline> inlines) => string.Concat(inlines.Select(Of));

    private static IEnumerable<string> RunningLines(Block block)
    {
        switch (block)
        {
            case Heading heading:
                return [Of(heading.Inlines)];
            case Paragraph paragraph:
                return [Of(paragraph.Inlines)];
            case ListBlock list:
                return list.Items.Select(Of);
            case Cover cover:
                return [.. cover.TitleLines, .. cover.Extras.Select(extra => extra.ToString()), .. cover.Below.Select(line => line.ToString()), .. cover.Date.Length == 0 ? [] : new[] { cover.Date }];
            case TableOfContents contents:
                return [contents.Title];
            case Table table:
                return [.. FrameLines(table.Frame), .. table.HeaderRows.Concat(table.Rows).Select(row => string.Join('\t', row.Cells.Select(cell => Of(cell.Inlines))))];
            case Chart chart:
                return [chart.Caption];
            case PageBreak:
                return [];
            default:
                throw new InvalidOperationException($"{block.GetType().Name} has no text.");
        }
    }

    private static IEnumerable<string> FrameLines(TableFrame? frame) =>
        new[] { frame?.Mark, frame?.Owner, frame?.Unit }.OfType<string>();

    private static string Of(Inline inline) => inline switch
    {
        Text text => text.Value,
        Strong strong => Of(strong.Inlines),
        Figure figure => figure.Text,
        LineBreak => "\n",
        Checkbox box => box.Checked ? "☑" : "☐",
        _ => throw new InvalidOperationException($"{inline.GetType().Name} has no text."),
    };
}
