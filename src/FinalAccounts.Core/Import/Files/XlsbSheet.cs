using System.Buffers.Binary;

namespace FinalAccounts.Import.Files;

/// <summary>Reads one worksheet part of an .xlsb workbook into its grid; goes no further than <see cref="ImportLimits"/> lets it.</summary>
internal sealed class XlsbSheet(SheetGrid grid, XlsbCells cells, ImportFindings findings)
{
    private const int Row = 0, FirstCell = 1, LastCell = 18, Columns = 60, Merge = 176;
    private readonly GridFill fill = new(grid, findings);

    /// <summary>False when there is no such part.</summary>
    public bool Read(XlsxPackage package, string part, CancellationToken cancellation)
    {
        if (package.Open(part) is not { } content)
        {
            return false;
        }

        var (row, column, rowHidden, whole) = (-1, -1, false, true);
        foreach (var (kind, bytes) in XlsbRecords.Read(content))
        {
            var record = bytes.Span;
            switch (kind)
            {
                case Row:
                    cancellation.ThrowIfCancellationRequested();
                    (row, column) = (BinaryPrimitives.ReadInt32LittleEndian(record), -1);
                    rowHidden = record.Length > 11 && (record[11] & 0x10) != 0;
                    break;
                case >= FirstCell and <= LastCell when whole:
                    whole = cells.Read(kind, record, row, ref column) is not { } cell || fill.Add(cell, rowHidden);
                    if (XlsbCells.Formula(kind, record) is { } formula)
                    {
                        grid.AddFormula(row, column, formula);
                    }

                    break;
                case Columns when record.Length >= 18 && (record[16] & 1) != 0:
                    fill.HideColumns(BinaryPrimitives.ReadInt32LittleEndian(record), BinaryPrimitives.ReadInt32LittleEndian(record[4..]));
                    break;
                case Merge:
                    fill.Merge(new MergedRange(Number(record, 0), Number(record, 8), Number(record, 4), Number(record, 12)));
                    break;
            }
        }

        fill.Finish();
        return true;
    }

    private static int Number(ReadOnlySpan<byte> record, int at) => BinaryPrimitives.ReadInt32LittleEndian(record[at..]) is var number and >= 0 ? number : throw new SheetException("合并区域的地址不对");
}
