using System.Globalization;
using System.Xml;

namespace FinalAccounts.Import.Files;

/// <summary>Reads one worksheet part into its grid; goes no further than <see cref="ImportLimits"/> lets it.</summary>
internal sealed class XlsxSheet(SheetGrid grid, XlsxCells cells, ImportFindings findings)
{
    private int row = -1;
    private int column = -1;
    private int lastFilled = -1;
    private int filled;
    private bool rowHidden;

    /// <summary>False when there is no such part.</summary>
    public bool Read(XlsxPackage package, string part, CancellationToken cancellation)
    {
        var any = false;
        var whole = true;
        var hiddenColumns = new List<(int From, int To)>();
        foreach (var reader in package.Elements(part))
        {
            any = true;
            switch (reader.LocalName)
            {
                case "col" when XlsxPackage.Says(reader, "hidden") || reader.GetAttribute("width") == "0":
                    hiddenColumns.Add((Number(reader, "min", 1) - 1, Number(reader, "max", 1) - 1));
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
                    grid.Merge(range);
                    break;
                default:
                    break;
            }
        }

        foreach (var (from, to) in hiddenColumns)
        {
            for (var hidden = from; hidden <= Math.Min(to, grid.LastColumn); hidden++)
            {
                grid.HideColumn(hidden);
            }
        }

        return any;
    }

    private bool Cell(XmlReader reader)
    {
        var address = reader.GetAttribute("r");
        var (atRow, atColumn) = address is null ? (row, column + 1)
            : CellAddress.Parse(address) ?? throw new InvalidDataException("cell address");
        column = atColumn;
        if (cells.Read(reader, atRow, atColumn) is not { } cell)
        {
            return true;
        }

        if (atRow is < 0 or >= ImportLimits.Rows || atColumn >= ImportLimits.Columns)
        {
            findings.Fatal("IMP-06", $"{CellAddress.Of(atRow, atColumn)} 还有内容，超出了表格的范围（上限 {ImportLimits.Columns} 列）。请删除表格以外的内容后再导入。", grid.Whole);
            return false;
        }

        if (atRow - lastFilled > ImportLimits.BlankRows + 1)
        {
            findings.Fatal("IMP-07", $"第 {atRow + 1} 行还有内容，与前面的内容隔了 {atRow - lastFilled - 1} 个空行。请删除中间的空行，或删除这里的多余内容。", grid.Place(atRow, 0));
            return false;
        }

        if (atRow != lastFilled && ++filled > ImportLimits.FilledRows)
        {
            findings.Fatal("IMP-06", $"工作表的内容过多（上限 {ImportLimits.FilledRows} 行、{ImportLimits.Columns} 列）。请只保留需要的内容后再导入。", grid.Whole);
            return false;
        }

        lastFilled = atRow;
        grid.Add(cell);
        if (rowHidden)
        {
            grid.HideRow(atRow);
        }

        return true;
    }

    private static int Number(XmlReader reader, string attribute, int otherwise) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
