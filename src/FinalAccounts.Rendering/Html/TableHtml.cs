using System.Globalization;

namespace FinalAccounts.Rendering.Html;

/// <summary>A table or form with caption, column and row headings, and a frame of its own to scroll in on narrow screens.</summary>
internal static class TableHtml
{
    public static void Write(HtmlPage page, Table table)
    {
        var label = table.Title ?? table.Frame?.Mark ?? "表格";
        if (page.OnScreen)
        {
            page.Out.Raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").Attribute("aria-label", label).Raw(">\n");
        }
        page.Out.Raw("<table").Attribute("id", table.Id).Attribute("class", Kind(table.Kind)).Raw(">\n");
        WriteCaption(page, table, label);
        WriteColumns(page, table);
        var grid = TableGrid.Of(table);
        if (grid.Faults.Count > 0)
        {
            throw new ArgumentException($"The cells do not fill the grid: {string.Join("; ", grid.Faults)}", nameof(table));
        }
        var cells = grid.Cells.ToLookup(cell => cell.Row);
        if (table.HeaderRows.Count > 0)
        {
            page.Out.Raw("<thead>\n");
            for (var row = 0; row < table.HeaderRows.Count; row++)
            {
                TableRowHtml.WriteHeader(page, cells[row]);
            }
            page.Out.Raw("</thead>\n");
        }
        page.Out.Raw("<tbody>\n");
        foreach (var (index, row) in table.Rows.Index())
        {
            TableRowHtml.WriteBody(page, table, row, cells[table.HeaderRows.Count + index]);
        }
        page.Out.Raw("</tbody>\n</table>\n");
        if (page.OnScreen)
        {
            page.Out.Raw("</div>\n");
        }
    }

    private static void WriteCaption(HtmlPage page, Table table, string label)
    {
        if (!page.OnScreen && table.Frame is null)
        {
            return;
        }
        page.Out.Raw("<caption>");
        if (page.OnScreen)
        {
            // The printed title stands above as a heading; this one is for people who jump from table to table.
            page.Out.Raw("<span class=\"unseen\">").Text(label).Raw("</span>");
        }
        if (table.Frame is { } frame)
        {
            WriteFrameLine(page, null, frame.Mark);
            WriteFrameLine(page, frame.Owner, frame.Unit);
        }
        page.Out.Raw("</caption>\n");
    }

    private static void WriteFrameLine(HtmlPage page, string? left, string? right)
    {
        if (left is null && right is null)
        {
            return;
        }
        page.Out.Raw("<span class=\"frame\"><span>").Text(left ?? "").Raw("</span><span>").Text(right ?? "").Raw("</span></span>");
    }

    private static void WriteColumns(HtmlPage page, Table table)
    {
        var total = table.Columns.Sum(column => column.Width);
        page.Out.Raw("<colgroup>");
        foreach (var column in table.Columns)
        {
            var share = (100 * column.Width / total).ToString("0.###", CultureInfo.InvariantCulture);
            page.Out.Raw($"<col style=\"width:{share}%\">");
        }
        page.Out.Raw("</colgroup>\n");
    }

    private static string Kind(TableKind kind) => kind switch
    {
        TableKind.Accounts => "accounts",
        TableKind.Form => "form",
        TableKind.Plain => "plain-table",
        _ => throw new NotSupportedException($"HTML has no table kind {kind}."),
    };
}
