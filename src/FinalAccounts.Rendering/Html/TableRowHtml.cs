using System.Globalization;

namespace FinalAccounts.Rendering.Html;

/// <summary>Rows and cells, with the headings' scope.</summary>
internal static class TableRowHtml
{
    public static void WriteHeader(HtmlPage page, IEnumerable<PlacedCell> cells)
    {
        page.Out.Raw("<tr>");
        foreach (var (_, column, cell) in cells)
        {
            WriteCell(page, cell, column, "th", cell.ColumnSpan > 1 ? "colgroup" : "col", cell.Align ?? CellAlign.Center);
        }
        page.Out.Raw("</tr>\n");
    }

    public static void WriteBody(
        HtmlPage page, Table table, TableRow row, IEnumerable<PlacedCell> cells)
    {
        // A body row of headings alone (一级指标, 二级指标…) heads the columns below it.
        var headsColumns = row.Cells.Count > 1 && row.Cells.All(cell => cell.Header);
        page.Out.Raw("<tr").AttributeIf("id", page.Targets.For(table.Id, row.Key)).Raw(row.Total ? " class=\"total\">" : ">");
        foreach (var (_, column, cell) in cells)
        {
            var align = cell.Align ?? table.Columns[column].Align;
            if (!cell.Header)
            {
                WriteCell(page, cell, column, "td", null, align);
            }
            else if (headsColumns)
            {
                WriteCell(page, cell, column, "th", cell.ColumnSpan > 1 ? "colgroup" : "col", align);
            }
            else
            {
                WriteCell(page, cell, column, "th", cell.RowSpan > 1 ? "rowgroup" : "row", align);
            }
        }
        page.Out.Raw("</tr>\n");
    }

    private static void WriteCell(HtmlPage page, TableCell cell, int column, string tag, string? scope, CellAlign align)
    {
        // A heading without words heads nothing.
        if (tag == "th" && cell.Inlines.Count == 0)
        {
            (tag, scope) = ("td", null);
        }

        // In a cell that is one figure, the cell itself carries the origin: half the markup.
        var single = cell.Inlines is [Figure figure] ? figure : null;
        page.Out.Raw("<").Raw(tag)
            .AttributeIf("scope", scope)
            .AttributeIf("class", Class(column, align, single is not null || IsCode(cell), cell.Indent))
            .AttributeIf("colspan", Span(cell.ColumnSpan))
            .AttributeIf("rowspan", Span(cell.RowSpan))
            .AttributeIf("title", page.OnScreen && single is not null ? OriginText.Of(single) : null)
            .Raw(">");
        if (single is not null && page.Uses.For(single) is { } uses)
        {
            page.Out.Raw("<a").Attribute("href", "#" + uses.Id).Raw("><span>").Text(single.Text).Raw("</span></a>");
        }
        else if (single is not null)
        {
            page.Out.Text(single.Text);
        }
        else
        {
            WriteText(page, cell.Inlines, heading: tag == "th" && page.InlinePlaces is null);
        }
        page.Out.Raw("</").Raw(tag).Raw(">");
    }

    // Lines of a heading end between words: the style sheet lets them end at these places alone.
    private static void WriteText(HtmlPage page, IReadOnlyList<Inline> inlines, bool heading)
    {
        switch (inlines)
        {
            case [Strong strong] when heading:
                page.Out.Raw("<strong>");
                WriteText(page, strong.Inlines, heading);
                page.Out.Raw("</strong>");
                break;
            case [Text text] when heading && text.Value.Length > 0:
                foreach (var (index, word) in WordEnds.Pieces(text.Value).Index())
                {
                    page.Out.Raw(index == 0 ? "" : "<wbr>").Text(word);
                }

                break;
            default:
                InlineHtml.Write(page, inlines, FigureSetting.Table);
                break;
        }
    }

    // Codes of subjects, dates, counts: letters and digits that mean nothing when they are torn.
    private static bool IsCode(TableCell cell) => cell.Inlines is [Text { Value: { Length: > 0 and <= 20 } text }] && text.All(char.IsAsciiLetterOrDigit);

    private static string? Span(int span) => span > 1 ? span.ToString(CultureInfo.InvariantCulture) : null;

    // a: in the first column; c, r: centred, to the right; f: a figure or code, never broken; i1, i2: indented.
    private static string? Class(int column, CellAlign align, bool figure, int indent)
    {
        var alignment = align switch
        {
            CellAlign.Left => null,
            CellAlign.Center => "c",
            CellAlign.Right => "r",
            _ => throw new NotSupportedException($"HTML has no alignment {align}."),
        };
        var classes = string.Join(' ', new[] { column == 0 ? "a" : null, alignment, figure ? "f" : null, indent switch { 0 => null, 1 => "i1", _ => "i2" } }.OfType<string>());
        return classes.Length > 0 ? classes : null;
    }
}
