using System.Globalization;
using System.Xml;
using FinalAccounts.Import.Files.Formulas;

namespace FinalAccounts.Import.Files;

/// <summary>Reads one worksheet part into its grid; goes no further than <see cref="ImportLimits"/> lets it.</summary>
internal sealed class XlsxSheet(SheetGrid grid, XlsxCells cells, ImportFindings findings)
{
    private readonly GridFill fill = new(grid, findings);
    private readonly SharedFormulas formulas = new();
    private int row = -1;
    private int column = -1;
    private bool rowHidden;

    /// <summary>False when there is no such part.</summary>
    public bool Read(XlsxPackage package, string part, CancellationToken cancellation)
    {
        var any = false;
        var whole = true;
        foreach (var reader in package.Elements(part))
        {
            any = true;
            switch (reader.LocalName)
            {
                case "col" when XlsxPackage.Says(reader, "hidden") || reader.GetAttribute("width") == "0":
                    fill.HideColumns(Number(reader, "min", 1) - 1, Number(reader, "max", 1) - 1);
                    break;
                case "row" when whole:
                    cancellation.ThrowIfCancellationRequested();
                    row = Number(reader, "r", row + 2) - 1;
                    column = -1;
                    rowHidden = XlsxPackage.Says(reader, "hidden") || reader.GetAttribute("ht") == "0";
                    break;
                case "c" when whole:
                    whole = Cell(reader);
                    break;
                case "mergeCell" when CellAddress.Range(reader.GetAttribute("ref")) is { } range:
                    fill.Merge(range);
                    break;
            }
        }

        fill.Finish();
        return any;
    }

    private bool Cell(XmlReader reader)
    {
        var address = reader.GetAttribute("r");
        var (atRow, atColumn) = address is null ? (row, column + 1)
            : CellAddress.Parse(address) ?? throw new SheetException("单元格的地址不对");
        column = atColumn;
        var cell = cells.Read(reader, atRow, atColumn, out var formula);
        if (formula is not null && formulas.Of(formula.Shared, formula.Text, atRow, atColumn) is { } text)
        {
            grid.AddFormula(atRow, atColumn, text);
        }

        if (cell is null)
        {
            return true;
        }

        return fill.Add(cell, rowHidden);
    }

    private static int Number(XmlReader reader, string attribute, int otherwise) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
