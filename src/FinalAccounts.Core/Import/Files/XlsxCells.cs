using System.Globalization;
using System.Xml;

namespace FinalAccounts.Import.Files;

/// <summary>Turns the c elements of a sheet into cells: values, errors, and formulas whose stored result is missing or not to be trusted.</summary>
/// <param name="strings">The shared strings.</param>
/// <param name="from1904">Days count from 1904 on.</param>
/// <param name="stale">The workbook asks for calculation on opening: what stands beside its formulas was never calculated.</param>
internal sealed class XlsxCells(IReadOnlyList<string> strings, XlsxFormats formats, bool from1904, bool stale)
{
    private const string Unreadable = "#ERROR!";

    /// <summary>The cell at which the reader stands; null when it is blank.</summary>
    public GridCell? Read(XmlReader reader, int row, int column, out CellFormula? formula)
    {
        formula = null;
        if (reader.IsEmptyElement)
        {
            return null;
        }

        var type = reader.GetAttribute("t") ?? "n";
        var format = formats.Of(reader.GetAttribute("s"));
        (formula, var value, var inline) = Content(reader);
        if (type == "e")
        {
            return new GridCell(row, column, null, format, value is { Length: > 0 } ? value.Trim() : Unreadable);
        }

        if (formula is not null && (stale || (value is null && type is not ("str" or "inlineStr"))))
        {
            return new GridCell(row, column, null, format, SheetErrors.NotCalculated);
        }

        if (type is "s" or "str" or "inlineStr")
        {
            return type == "s" && value is not null && !(int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < strings.Count)
                ? new GridCell(row, column, null, format, Unreadable)
                : Text(row, column, type == "s" && value is not null ? strings[int.Parse(value, CultureInfo.InvariantCulture)] : inline ?? value, format);
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            return inline is null ? null : Text(row, column, inline, format);
        }

        return Plain(type, value.Trim(), format) is { } plain
            ? new GridCell(row, column, plain, format, null)
            : new GridCell(row, column, null, format, Unreadable);
    }

    private static (CellFormula? Formula, string? Value, string? Inline) Content(XmlReader reader)
    {
        var depth = reader.Depth;
        var (formula, value, inline) = ((CellFormula?)null, (string?)null, (string?)null);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "f")
            {
                formula = new CellFormula(reader.GetAttribute("t") == "shared" ? reader.GetAttribute("si") : null, XlsxText.Read(reader));
            }
            else if (reader.LocalName == "v")
            {
                value = XlsxText.Read(reader) is { Length: > 0 } text ? text : null;
            }
            else if (reader.LocalName == "is")
            {
                inline = XlsxText.Read(reader);
            }
        }

        return (formula, value, inline);
    }

    private static GridCell? Text(int row, int column, string? text, string? format) =>
        string.IsNullOrWhiteSpace(text) ? null
        : FigureErrors.IsError(text.Trim()) ? new GridCell(row, column, null, format, text.Trim())
        : new GridCell(row, column, text, format, null);

    private object? Plain(string type, string value, string? format)
    {
        if (type == "b")
        {
            return value is "1" or "true";
        }

        if (type == "d")
        {
            return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) ? date : null;
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return null;
        }

        return NumberValue.Of(number, format, from1904);
    }
}

/// <summary>A formula as a cell stores it.</summary>
/// <param name="Shared">Its number when the sheet stores it once for many cells.</param>
/// <param name="Text">Empty when another cell has it.</param>
internal sealed record CellFormula(string? Shared, string Text);
