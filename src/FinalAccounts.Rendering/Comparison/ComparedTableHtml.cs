using System.Globalization;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Rendering.Comparison;

/// <summary>A changed table: its header, the rows that changed, and how many others there are. A cell over several rows is shown in each of them, so that rows can be left out.</summary>
internal static class ComparedTableHtml
{
    public static void Write(HtmlPage page, ChangedTable table)
    {
        foreach (var line in table.Frame.Where(line => line.Changed))
        {
            page.Out.Raw("<p class=\"plain\">");
            EditsHtml.Write(page.Out, line);
            page.Out.Raw("</p>\n");
        }

        page.Out.Raw("<div class=\"scroll\">\n<table class=\"compared\">\n<caption>").Text(table.After.Title ?? table.After.Frame?.Mark ?? "表格").Raw("</caption>\n");
        WriteHeader(page, table);
        page.Out.Raw("<tbody>\n");
        var kept = 0;
        foreach (var row in table.Rows.Where(row => !row.Header))
        {
            if (!row.Changed)
            {
                kept++;
                continue;
            }

            WriteKept(page, table, ref kept);
            WriteRow(page, row, "td");
        }

        WriteKept(page, table, ref kept);
        page.Out.Raw("</tbody>\n</table>\n</div>\n");
    }

    private static void WriteHeader(HtmlPage page, ChangedTable table)
    {
        page.Out.Raw("<thead>\n");
        if (table.Rows.Any(row => row.Header && row.Changed))
        {
            foreach (var row in table.Rows.Where(row => row.Header))
            {
                WriteRow(page, row, "th");
            }
        }
        else
        {
            foreach (var row in TableGrid.Place(table.After.HeaderRows, table.After.Columns.Count).Cells.GroupBy(cell => cell.Row))
            {
                TableRowHtml.WriteHeader(page, row);
            }
        }

        page.Out.Raw("</thead>\n");
    }

    private static void WriteKept(HtmlPage page, ChangedTable table, ref int kept)
    {
        if (kept > 0)
        {
            page.Out.Raw("<tr class=\"kept\"><td").Attribute("colspan", table.After.Columns.Count.ToString(CultureInfo.InvariantCulture)).Raw(">").Text($"……{kept}行没有变化").Raw("</td></tr>\n");
            kept = 0;
        }
    }

    private static void WriteRow(HtmlPage page, RowChange row, string tag)
    {
        var grid = (row.After ?? row.Before)!;
        page.Out.Raw("<tr").Raw(row.Before is null ? " class=\"added\">" : row.After is null ? " class=\"removed\">" : ">");
        for (var i = 0; i < grid.Cells.Count; i++)
        {
            var cell = grid.Cells[i];
            var text = DocumentText.Of(cell.Cell.Inlines);
            var changed = row.Cells.Count > 0 && row.Cells[i].Changed;
            page.Out.Raw("<").Raw(tag).AttributeIf("colspan", cell.Cell.ColumnSpan > 1 ? cell.Cell.ColumnSpan.ToString(CultureInfo.InvariantCulture) : null)
                .AttributeIf("class", changed ? "edited" : cell.Row != grid.Index ? "continued" : null).Raw(">");
            if (row.Before is null)
            {
                EditsHtml.Added(page.Out, text);
            }
            else if (row.After is null)
            {
                EditsHtml.Removed(page.Out, text);
            }
            else if (changed)
            {
                EditsHtml.Write(page.Out, row.Cells[i]);
            }
            else
            {
                page.Out.Text(text);
            }

            page.Out.Raw("</").Raw(tag).Raw(">");
        }

        page.Out.Raw("</tr>\n");
    }
}
