using System.Globalization;
using System.Text;
using FinalAccounts.Documents;

namespace FinalAccounts.Service.Reviewing;

/// <summary>Redraws the pages of a document from its letters and rulings, with a mark at each place of a finding.</summary>
public static class PageDrawing
{
    /// <summary>Writes all pages; answers the places that were marked.</summary>
    public static IReadOnlySet<Place> Write(StringBuilder page, PlacedDocument document, IReadOnlyDictionary<Place, string> marks)
    {
        var boxes = marks.SelectMany(mark => document.Boxes(mark.Key).Select((box, index) => (Place: mark.Key, Id: index == 0 ? mark.Value : null, Box: box))).ToLookup(mark => mark.Box.Page);
        foreach (var drawn in document.Document.Pages)
        {
            page.Append("<svg viewBox=\"0 0 ").Append(Number(drawn.Width)).Append(' ').Append(Number(drawn.Height)).Append("\" role=\"img\" aria-label=\"第").Append(drawn.Number).Append("页\">\n");
            foreach (var line in drawn.Rulings)
            {
                page.Append("<path stroke=\"#555\" stroke-width=\".5\" d=\"M").Append(Number(line.X1)).Append(' ').Append(Number(line.Y1)).Append('L').Append(Number(line.X2)).Append(' ').Append(Number(line.Y2)).Append("\"/>\n");
            }

            foreach (var (_, id, placed) in boxes[drawn.Number])
            {
                page.Append("<rect class=\"mark\"").Append(id is null ? "" : $" id=\"{id}\"").Append(" x=\"").Append(Number(placed.Box.Left)).Append("\" y=\"").Append(Number(placed.Box.Top))
                    .Append("\" width=\"").Append(Number(placed.Box.Width)).Append("\" height=\"").Append(Number(placed.Box.Height)).Append("\"/>\n");
            }

            foreach (var text in drawn.Texts)
            {
                page.Append("<text x=\"").Append(Number(text.Box.Left)).Append("\" y=\"").Append(Number(text.Box.Bottom - (0.12 * text.Size))).Append("\" font-size=\"").Append(Number(text.Size))
                    .Append("\" textLength=\"").Append(Number(Math.Max(text.Box.Width, 0.5))).Append("\" lengthAdjust=\"spacingAndGlyphs\">").Append(AuditPage.Encode(text.Text)).Append("</text>\n");
            }

            page.Append(drawn.IsPicture ? "<text x=\"40\" y=\"60\" font-size=\"18\">扫描件，不能审核</text>\n" : "").Append("</svg>\n");
        }

        return boxes.SelectMany(group => group.Select(mark => mark.Place)).ToHashSet();
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
