namespace FinalAccounts.Rendering.Typefaces;

/// <summary>All text of a document with the font role that sets it, as the style sheet has it.</summary>
internal static class TextByRole
{
    public static IEnumerable<(FontRole Role, string Text)> Of(Document document)
    {
        if (document.Metadata.HeadLine is { } notice)
        {
            yield return (FontRole.Heading1, notice);
        }
        foreach (var block in document.Blocks)
        {
            foreach (var piece in Of(block))
            {
                yield return piece;
            }
        }
    }

    private static IEnumerable<(FontRole, string)> Of(Block block) => block switch
    {
        Heading heading => OfHeading(heading),
        Paragraph paragraph => Of(paragraph.Style switch { ParagraphStyle.TableNote => FontRole.Table, ParagraphStyle.TableTitle => FontRole.Heading1, _ => FontRole.Body }, paragraph.Inlines),
        ListBlock list => list.Items.SelectMany(item => Of(FontRole.Body, item)),
        Cover cover => [
            .. cover.TitleLines.Select(line => (FontRole.Title, line)), (FontRole.Body, cover.Date),
            .. cover.Extras.Concat(cover.Below).Select(line => (FontRole.Body, line.ToString()))],
        TableOfContents contents => [(FontRole.Title, contents.Title)],
        Table table => OfTable(table),
        Chart chart => [
            (FontRole.Body, chart.Caption), (FontRole.Table, chart.Unit), .. chart.Categories.Select(name => (FontRole.Table, name)),
            .. chart.Series.Select(series => (FontRole.Table, series.Name)),
            .. chart.Series.SelectMany(series => series.Values).OfType<Figure>().Select(figure => (FontRole.Table, figure.Text))],
        PageBreak => [],
        _ => throw new NotSupportedException($"The fonts of {block.GetType().Name} are not known."),
    };

    private static IEnumerable<(FontRole, string)> OfHeading(Heading heading)
    {
        var role = (heading.Style, heading.Level) switch
        {
            (HeadingStyle.Part, _) => FontRole.Title,
            (HeadingStyle.TableTitle, _) or (_, <= 2) => FontRole.Heading1,
            (_, 3) => FontRole.Heading2,
            _ => FontRole.Body,
        };
        var text = Of(role, heading.Inlines);
        // The contents set parts in the font of level 1 headings, the rest as body.
        return heading.InContents
            ? text.Concat(Of(heading.Level == 1 ? FontRole.Heading1 : FontRole.Body,
                heading.ContentsText is { } own ? [new Text(own)] : heading.Inlines))
            : text;
    }

    private static IEnumerable<(FontRole, string)> OfTable(Table table)
    {
        var cells = table.HeaderRows.Concat(table.Rows).SelectMany(row => row.Cells).SelectMany(cell => Of(FontRole.Table, cell.Inlines));
        return table.Frame is { } frame
            ? cells.Concat(new[] { frame.Mark, frame.Owner, frame.Unit }.OfType<string>().Select(line => (FontRole.Table, line)))
            : cells;
    }

    private static IEnumerable<(FontRole, string)> Of(FontRole role, IReadOnlyList<Inline> inlines) => inlines.SelectMany(inline => inline switch
    {
        Text text => [(role, text.Value)],
        Strong strong => Of(role, strong.Inlines),
        Figure figure => [(role, figure.Text)],
        LineBreak => [],
        Checkbox box => [(role, box.Checked ? "☑" : "☐")],
        _ => throw new NotSupportedException($"The fonts of {inline.GetType().Name} are not known."),
    });
}
