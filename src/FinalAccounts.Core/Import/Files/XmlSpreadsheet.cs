using System.Globalization;
using System.Xml;

namespace FinalAccounts.Import.Files;

/// <summary>Reads an Excel 2003 XML spreadsheet (SpreadsheetML, saved as .xml or .xls); many web systems export it.</summary>
internal sealed class XmlSpreadsheet(ImportFile file, ImportFindings findings, CancellationToken cancellation)
{
    private readonly List<SheetGrid> grids = [];
    private readonly Dictionary<string, string> formats = [];
    private GridFill? fill;
    private string style = "";
    private int row, column, columns;
    private bool rowHidden, whole = true;

    /// <summary>The worksheets in order.</summary>
    public static IReadOnlyList<SheetGrid> Read(ImportFile file, ImportFindings findings, CancellationToken cancellation) =>
        new XmlSpreadsheet(file, findings, cancellation).Read();

    private List<SheetGrid> Read()
    {
        using var stream = new MemoryStream(file.Content.ToArray(), writable: false);
        foreach (var reader in SheetXml.Elements(stream))
        {
            switch (reader.LocalName)
            {
                case "Style":
                    style = SheetXml.Attribute(reader, "ID") ?? "";
                    break;
                case "NumberFormat" when SheetXml.Attribute(reader, "Format") is { } format:
                    formats[style] = format == "Percent" ? "0.00%" : format;
                    break;
                case "Worksheet":
                    fill?.Finish();
                    if (!GridFill.IsSheetAllowed(grids.Count, file.Name, findings))
                    {
                        return grids;
                    }

                    grids.Add(new SheetGrid(file.Name, SheetXml.Attribute(reader, "Name") ?? $"工作表{(grids.Count + 1).ToString(CultureInfo.InvariantCulture)}", hidden: false));
                    fill = new GridFill(grids[^1], findings);
                    (row, columns, whole) = (-1, 0, true);
                    break;
                case "Column":
                    Column(reader);
                    break;
                case "Row":
                    cancellation.ThrowIfCancellationRequested();
                    (row, column) = (Index(reader) ?? row + 1, 0);
                    rowHidden = SheetXml.Attribute(reader, "Hidden") == "1" || SheetXml.Attribute(reader, "Height") == "0";
                    Cells(reader);
                    row += Number(reader, "Span");
                    break;
                case "Visible" when grids.Count > 0 && XlsxText.Read(reader) is "SheetHidden" or "SheetVeryHidden":
                    grids[^1].Hide();
                    break;
            }
        }

        fill?.Finish();
        return grids;
    }

    private void Column(XmlReader reader)
    {
        var (from, to) = (Index(reader) ?? columns, 0);
        to = from + Number(reader, "Span");
        if (SheetXml.Attribute(reader, "Hidden") == "1" || SheetXml.Attribute(reader, "Width") == "0")
        {
            fill?.HideColumns(from, to);
        }

        columns = to + 1;
    }

    private void Cells(XmlReader reader)
    {
        if (reader.IsEmptyElement || fill is null)
        {
            return;
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Cell")
            {
                Cell(reader);
            }
        }
    }

    private void Cell(XmlReader reader)
    {
        column = Index(reader) ?? column;
        var (at, right, down) = (column, Number(reader, "MergeAcross"), Number(reader, "MergeDown"));
        var formula = SheetXml.Attribute(reader, "Formula") is not null;
        var format = formats.GetValueOrDefault(SheetXml.Attribute(reader, "StyleID") ?? "");
        column += right + 1;
        if (Content(reader, at, formula, format) is not { } cell || !whole)
        {
            return;
        }

        if (right > 0 || down > 0)
        {
            fill!.Merge(new MergedRange(row, at, row + down, at + right));
        }

        whole = fill!.Add(cell, rowHidden);
    }

    // Data of the cell itself; a comment has a Data of its own.
    private GridCell? Content(XmlReader reader, int at, bool formula, string? format)
    {
        var (type, text) = ((string?)null, "");
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Data" && reader.Depth == depth + 1)
                {
                    (type, text) = (SheetXml.Attribute(reader, "Type"), XlsxText.Read(reader));
                }
            }
        }

        GridCell Of(object? value) => new(row, at, value, format, value is null ? "#ERROR!" : null);
        return type switch
        {
            null => formula ? new GridCell(row, at, null, format, SheetErrors.NotCalculated) : null,
            "Error" => new GridCell(row, at, null, format, text.Trim()),
            "Number" => Of(NumberValue.Of(text)),
            "Boolean" => Of(text.Trim() == "1"),
            "DateTime" => Of(DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) ? date : null),
            _ when string.IsNullOrWhiteSpace(text) => null,
            _ when FigureErrors.IsError(text.Trim()) => new GridCell(row, at, null, format, text.Trim()),
            _ => Of(text),
        };
    }

    private static int? Index(XmlReader reader) => SheetXml.Attribute(reader, "Index") is null ? null : Number(reader, "Index") - 1;

    // More than a sheet can hold counts as all of it.
    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(SheetXml.Attribute(reader, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, ImportLimits.Rows) : 0;
}
