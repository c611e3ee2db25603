using System.Globalization;
using System.Text;
using System.Xml;

namespace FinalAccounts.Import.Files;

/// <summary>One cell of an OpenDocument sheet: its value by its type, an error, or a formula that was never calculated.</summary>
internal static class OdsCell
{
    /// <summary>The cell at which the reader stands; null when it is blank. Ends at its end tag.</summary>
    public static GridCell? Read(XmlReader reader, int row, int column)
    {
        var formula = SheetXml.Attribute(reader, "formula") is not null;
        // calcext:value-type says error where office:value-type says string.
        var (type, isError) = Types(reader);
        var value = SheetXml.Attribute(reader, "value");
        var (date, truth, stored) = (SheetXml.Attribute(reader, "date-value"), SheetXml.Attribute(reader, "boolean-value"), SheetXml.Attribute(reader, "string-value"));
        var text = Text(reader);
        if (isError || FigureErrors.IsError(text.Trim()))
        {
            return new GridCell(row, column, null, null, FigureErrors.IsError(text.Trim()) ? text.Trim() : "#ERROR!");
        }

        if (formula && (type is null || (type is "float" or "currency" or "percentage" && value is null)))
        {
            return new GridCell(row, column, null, null, SheetErrors.NotCalculated);
        }

        return type switch
        {
            "float" or "currency" => Plain(value, null),
            "percentage" => Plain(value, "0.00%"),
            "date" => Of(DateTime.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var day) ? day : null, "yyyy-mm-dd"),
            "boolean" => Of(truth == "true", null),
            _ when string.IsNullOrWhiteSpace(text.Length > 0 ? text : stored) => null,
            _ => Of(text.Length > 0 ? text : XlsxText.Plain(stored!), null),
        };

        GridCell Of(object? content, string? format) => new(row, column, content, format, content is null ? "#ERROR!" : null);

        GridCell Plain(string? number, string? format) => Of(NumberValue.Of(number), format);
    }

    private static (string? Type, bool IsError) Types(XmlReader reader)
    {
        var (type, isError) = ((string?)null, false);
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "value-type")
            {
                isError |= reader.Value == "error";
                type = reader.Prefix == "office" ? reader.Value : type ?? reader.Value;
            }
        }

        reader.MoveToElement();
        return (type, isError);
    }

    // Paragraphs become lines; notes on the cell are not its text.
    private static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var text = new StringBuilder();
        var skipped = int.MaxValue;
        while (reader.Read() && reader.Depth > depth)
        {
            skipped = reader.Depth <= skipped && reader.NodeType != XmlNodeType.EndElement ? int.MaxValue : skipped;
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "annotation" or "shapes" or "table")
            {
                skipped = Math.Min(skipped, reader.Depth);
            }

            if (skipped != int.MaxValue)
            {
                continue;
            }

            text.Append(reader.NodeType switch
            {
                XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA => reader.Value,
                XmlNodeType.Element when reader.LocalName == "p" => text.Length > 0 ? "\n" : "",
                XmlNodeType.Element when reader.LocalName == "line-break" => "\n",
                XmlNodeType.Element when reader.LocalName is "s" or "tab" => " ",
                _ => "",
            });
            if (text.Length > XlsxText.CellCharacters)
            {
                throw new SheetException("一格的文字超过 32,767 个字");
            }
        }

        return XlsxText.Plain(text.ToString());
    }
}
