using System.Text;
using FinalAccounts.Auditing;
using FinalAccounts.Documents;

namespace FinalAccounts.Service.Reviewing;

/// <summary>Draws a document without pages as it was read: lines and tables in their order, with a mark at each place of a finding.</summary>
public static class FlowDrawing
{
    /// <summary>Writes all parts; answers the places that were marked.</summary>
    public static IReadOnlySet<Place> Write(StringBuilder page, PlacedDocument document, IReadOnlyDictionary<Place, string> marks)
    {
        var reached = new HashSet<Place>();
        page.Append("<div class=\"flow\">\n");
        foreach (var item in document.Audited.Items)
        {
            if (item is AuditedLine line)
            {
                var tag = line.Kind == AuditedKind.Heading ? $"h{Math.Clamp(line.Level + 1, 2, 6)}" : "p";
                page.Append('<').Append(tag).Append(Id(line.Place, marks, reached)).Append('>').Append(AuditPage.Encode(line.Text)).Append("</").Append(tag).Append(">\n");
            }
            else if (item is AuditedTable table)
            {
                Table(page, document.Document.File, table, marks, reached);
            }
        }

        page.Append("</div>\n");
        return reached;
    }

    private static void Table(StringBuilder page, string file, AuditedTable table, IReadOnlyDictionary<Place, string> marks, HashSet<Place> reached)
    {
        page.Append("<table>\n");
        foreach (var row in table.Cells.GroupBy(cell => cell.Row))
        {
            page.Append("<tr>");
            foreach (var cell in row)
            {
                page.Append("<td").Append(Id(table.PlaceOf(file, cell), marks, reached)).Append(cell.Doubtful ? " class=\"d\"" : "")
                    .Append(cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "").Append(cell.RowSpan > 1 ? $" rowspan=\"{cell.RowSpan}\"" : "")
                    .Append('>').Append(AuditPage.Encode(cell.Text)).Append("</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</table>\n");
    }

    private static string Id(Place place, IReadOnlyDictionary<Place, string> marks, HashSet<Place> reached)
    {
        if (!marks.TryGetValue(place, out var id))
        {
            return "";
        }

        reached.Add(place);
        return $" id=\"{id}\"";
    }
}
