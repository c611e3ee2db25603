using System.Globalization;
using System.Xml;

namespace FinalAccounts.Import.Files;

/// <summary>Reads an OpenDocument spreadsheet (.ods of WPS and LibreOffice) from its content.xml (OASIS OpenDocument 1.2, part 1, chapters 9 and 19).</summary>
internal sealed class OdsSheets(ImportFile file, ImportFindings findings, CancellationToken cancellation)
{
    private readonly List<SheetGrid> grids = [];
    private readonly HashSet<string> hiddenStyles = [];
    private GridFill? fill;
    private string style = "";
    private int row, rows, column, columns;
    private bool rowHidden, whole;

    /// <summary>The worksheets in order.</summary>
    public static IReadOnlyList<SheetGrid> Read(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        using var package = new XlsxPackage(file.Content);
        return new OdsSheets(file, findings, cancellation).Read(package);
    }

    private List<SheetGrid> Read(XlsxPackage package)
    {
        foreach (var reader in package.Elements("content.xml"))
        {
            switch (reader.LocalName)
            {
                case "style":
                    style = SheetXml.Attribute(reader, "name") ?? "";
                    break;
                case "table-properties" when SheetXml.Attribute(reader, "display") == "false":
                    hiddenStyles.Add(style);
                    break;
                case "table":
                    fill?.Finish();
                    if (!GridFill.IsSheetAllowed(grids.Count, file.Name, findings))
                    {
                        return grids;
                    }

                    Start(reader);
                    break;
                case "table-column":
                    Column(reader);
                    break;
                case "table-row":
                    cancellation.ThrowIfCancellationRequested();
                    (row, rows, column) = (row + rows, Number(reader, "number-rows-repeated"), 0);
                    rowHidden = SheetXml.Attribute(reader, "visibility") is "collapse" or "filter";
                    break;
                case "table-cell" or "covered-table-cell" when fill is not null:
                    Cell(reader, covered: reader.LocalName == "covered-table-cell");
                    break;
            }
        }

        fill?.Finish();
        return grids;
    }

    private void Start(XmlReader reader)
    {
        var name = SheetXml.Attribute(reader, "name") ?? $"工作表{(grids.Count + 1).ToString(CultureInfo.InvariantCulture)}";
        var grid = new SheetGrid(file.Name, name, hiddenStyles.Contains(SheetXml.Attribute(reader, "style-name") ?? ""));
        grids.Add(grid);
        fill = new GridFill(grid, findings);
        (row, rows, columns, whole) = (0, 0, 0, true);
    }

    private void Column(XmlReader reader)
    {
        var count = Number(reader, "number-columns-repeated");
        if (SheetXml.Attribute(reader, "visibility") is "collapse" or "filter")
        {
            fill?.HideColumns(columns, columns + count - 1);
        }

        columns += count;
    }

    private void Cell(XmlReader reader, bool covered)
    {
        var (at, count) = (column, Number(reader, "number-columns-repeated"));
        column += count;
        var (down, across) = (Number(reader, "number-rows-spanned"), Number(reader, "number-columns-spanned"));
        var cell = OdsCell.Read(reader, row, at);
        if (cell is null || covered || !whole)
        {
            return;
        }

        if (down > 1 || across > 1)
        {
            fill!.Merge(new MergedRange(row, at, row + down - 1, at + across - 1));
        }

        // A cell with content may be repeated like a blank one.
        for (var y = row; y < row + rows && whole; y++)
        {
            for (var x = at; x < at + count && whole; x++)
            {
                whole = fill!.Add(cell with { Row = y, Column = x }, rowHidden);
            }
        }
    }

    // More than a sheet can hold counts as all of it.
    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(SheetXml.Attribute(reader, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, ImportLimits.Rows) : 1;
}
