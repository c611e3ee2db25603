using System.IO.Compression;
using System.Security;
using System.Text;

namespace FinalAccounts.Tests.Import;

/// <summary>The drawings of <see cref="XlsxBuilder"/> as workbooks of other formats: numbers, texts, !errors, ?formulas without result, merged cells.</summary>
internal static class OtherFormats
{
    private const string OdsHead =
        """<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:automatic-styles><style:style style:name="hidden"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>""";

    /// <summary>One .ods; <paramref name="change"/> edits its content.</summary>
    public static byte[] Ods(IEnumerable<string> drawings, Func<string, string>? change = null)
    {
        var content = new StringBuilder(OdsHead);
        foreach (var (drawing, index) in drawings.Select((drawing, index) => (drawing, index)))
        {
            content.Append($"<table:table table:name=\"公开{index + 1}\"><table:table-column table:number-columns-repeated=\"16\"/>");
            foreach (var row in Rows(drawing))
            {
                content.Append("<table:table-row>");
                foreach (var cell in row)
                {
                    var span = cell.Across > 1 || cell.Down > 1 ? $" table:number-columns-spanned=\"{cell.Across}\" table:number-rows-spanned=\"{cell.Down}\"" : "";
                    content.Append(cell.Text switch
                    {
                        "" => "<table:table-cell/>",
                        "<" or "^" => "<table:covered-table-cell/>",
                        ['=', .. var number] => $"<table:table-cell{span} office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>",
                        ['!', .. var error] => $"<table:table-cell{span} table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>{error}</text:p></table:table-cell>",
                        ['?', .. var formula] => $"<table:table-cell{span} table:formula=\"of:={formula}\"/>",
                        var text => $"<table:table-cell{span} office:value-type=\"string\"><text:p>{SecurityElement.Escape(text)}</text:p></table:table-cell>",
                    });
                }

                content.Append("</table:table-row>");
            }

            content.Append("<table:table-row table:number-rows-repeated=\"1048500\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>");
        }

        var xml = content.Append("</office:spreadsheet></office:body></office:document-content>").ToString();
        return Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", change?.Invoke(xml) ?? xml));
    }

    /// <summary>One Excel 2003 XML spreadsheet.</summary>
    public static byte[] Xml(IEnumerable<string> drawings, Func<string, string>? change = null)
    {
        var content = new StringBuilder("""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>""");
        foreach (var (drawing, index) in drawings.Select((drawing, index) => (drawing, index)))
        {
            content.Append($"<Worksheet ss:Name=\"公开{index + 1}\"><Table>");
            foreach (var (row, y) in Rows(drawing).Select((row, y) => (row, y)))
            {
                content.Append($"<Row ss:Index=\"{y + 1}\">");
                foreach (var (cell, x) in row.Select((cell, x) => (cell, x)).Where(pair => pair.cell.Text is not ("" or "<" or "^")))
                {
                    var span = (cell.Across > 1 ? $" ss:MergeAcross=\"{cell.Across - 1}\"" : "") + (cell.Down > 1 ? $" ss:MergeDown=\"{cell.Down - 1}\"" : "");
                    content.Append($"<Cell ss:Index=\"{x + 1}\"{span}{(cell.Text[0] == '?' ? " ss:Formula=\"=1+1\"" : "")}>").Append(cell.Text switch
                    {
                        ['=', .. var number] => $"<Data ss:Type=\"Number\">{number}</Data>",
                        ['!', .. var error] => $"<Data ss:Type=\"Error\">{error}</Data>",
                        ['?', ..] => "",
                        var text => $"<Data ss:Type=\"String\">{SecurityElement.Escape(text)}</Data><Comment><Data>不是内容</Data></Comment>",
                    }).Append("</Cell>");
                }

                content.Append("</Row>");
            }

            content.Append("</Table></Worksheet>");
        }

        var xml = content.Append("</Workbook>").ToString();
        return Encoding.UTF8.GetBytes(change?.Invoke(xml) ?? xml);
    }

    /// <summary>One web page: each drawing's title in a line of its own, the rest a table below it.</summary>
    /// <param name="exact">Excel's own page: the number stands beside what is shown, which is rounded.</param>
    public static string Html(IEnumerable<string> drawings, bool exact)
    {
        var page = new StringBuilder("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style>td { color: black }</style></head><body>\n");
        foreach (var drawing in drawings)
        {
            var rows = Rows(drawing);
            page.Append($"<div><p><b>{rows[0][0].Text}</b></p></div>\n<table><tbody>\n");
            foreach (var row in rows.Skip(1))
            {
                page.Append("<tr>");
                foreach (var cell in row.Where(cell => cell.Text is not ("<" or "^")))
                {
                    var span = (cell.Across > 1 ? $" colspan={cell.Across}" : "") + (cell.Down > 1 ? $" rowspan={cell.Down}" : "");
                    page.Append(cell.Text switch
                    {
                        ['=', .. var number] when exact => $"<td{span} x:num=\"{number}\">{decimal.Round(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), 0)}</td>",
                        var text => $"<td{span}> <font>\n {SecurityElement.Escape(text.TrimStart('=', '!'))}&nbsp;</font></td>",
                    });
                }

                page.Append("</tr>\n");
            }

            page.Append("</tbody></table>\n");
        }

        return page.Append("</body></html>").ToString();
    }

    /// <summary>All drawings below each other as separated values.</summary>
    public static string Csv(IEnumerable<string> drawings, char separator) => string.Join("\r\n", drawings.Select(drawing => string.Join(
        "\r\n", Rows(drawing).Select(row => string.Join(separator, row.Select(cell => Field(cell.Text, separator)))).Append("")))) + "\r\n";

    private static string Field(string text, char separator)
    {
        var plain = text is "<" or "^" ? "" : text.TrimStart('=', '!');
        return plain.Contains(separator, StringComparison.Ordinal) || plain.Contains('"', StringComparison.Ordinal) ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }

    private static List<List<(string Text, int Across, int Down)>> Rows(string drawing)
    {
        var texts = drawing.Split('\n').Select(line => line.Split('|').Select(text => text.Trim(' ')).ToList()).ToList();
        return [.. texts.Select((row, y) => row.Select((text, x) =>
        {
            var (across, down) = (1, 1);
            while (text is not ("" or "<" or "^") && x + across < row.Count && row[x + across] == "<")
            {
                across++;
            }

            while (text is not ("" or "<" or "^") && y + down < texts.Count && x < texts[y + down].Count && texts[y + down][x] == "^")
            {
                down++;
            }

            return (text, across, down);
        }).ToList())];
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
