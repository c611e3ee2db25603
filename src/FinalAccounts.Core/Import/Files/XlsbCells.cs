using System.Buffers.Binary;
using FinalAccounts.Import.Files.Formulas;

namespace FinalAccounts.Import.Files;

/// <summary>Turns the cell records of an .xlsb sheet into cells.</summary>
/// <param name="strings">The shared strings.</param>
/// <param name="from1904">Days count from 1904 on.</param>
/// <param name="stale">The workbook asks for calculation on opening: what stands beside its formulas was never calculated.</param>
internal sealed class XlsbCells(IReadOnlyList<string> strings, XlsxFormats formats, bool from1904, bool stale)
{
    // A short cell stands to the right of the one before and does not say its column.
    private const int FirstShort = 12, ToLong = 11;
    private const int Blank = 1, Small = 2, Error = 3, Truth = 4, Real = 5, Text = 6, Shared = 7, FormulaText = 8, FormulaReal = 9, FormulaTruth = 10, FormulaError = 11;

    /// <summary>The cell of a record; null when it is blank.</summary>
    /// <param name="column">Of the cell before; becomes that of this one.</param>
    public GridCell? Read(int kind, ReadOnlySpan<byte> record, int row, ref int column)
    {
        var isShort = kind >= FirstShort;
        kind -= isShort ? ToLong : 0;
        column = isShort ? column + 1 : BinaryPrimitives.ReadInt32LittleEndian(record);
        var style = record[(isShort ? 0 : 4)..];
        var format = formats.Of(BinaryPrimitives.ReadInt32LittleEndian(style) & 0xFFFFFF);
        var content = style[4..];
        if (kind == Blank)
        {
            return null;
        }

        if (kind is Error or FormulaError)
        {
            return new GridCell(row, column, null, format, FigureErrors.Name(content[0]));
        }

        if (kind is FormulaText or FormulaReal or FormulaTruth && stale)
        {
            return new GridCell(row, column, null, format, SheetErrors.NotCalculated);
        }

        var at = 0;
        return kind switch
        {
            Truth or FormulaTruth => new GridCell(row, column, content[0] != 0, format, null),
            Small => Number(row, column, Decoded(BinaryPrimitives.ReadInt32LittleEndian(content)), format),
            Real or FormulaReal => Number(row, column, BinaryPrimitives.ReadDoubleLittleEndian(content), format),
            Shared => BinaryPrimitives.ReadInt32LittleEndian(content) is var index && index >= 0 && index < strings.Count
                ? Plain(row, column, strings[index], format)
                : new GridCell(row, column, null, format, "#ERROR!"),
            _ => Plain(row, column, XlsxText.Plain(XlsbRecords.Text(content, ref at)), format),
        };
    }

    /// <summary>The formula of a cell record; null when it has none, or none that can be written as text.</summary>
    public static string? Formula(int kind, ReadOnlySpan<byte> record)
    {
        var at = 8;
        switch (kind)
        {
            case FormulaReal:
                at += 8;
                break;
            case FormulaText:
                XlsbRecords.Text(record, ref at);
                break;
            case FormulaTruth or FormulaError:
                at++;
                break;
            default:
                return null;
        }

        // Two bytes of flags, four of length.
        at += 6;
        return at < record.Length && BinaryPrimitives.ReadInt32LittleEndian(record[(at - 4)..]) is var length && length > 0 && length <= record.Length - at
            ? BiffFormula.Text(record.Slice(at, length), wide: true)
            : null;
    }

    private GridCell Number(int row, int column, double number, string? format) => double.IsFinite(number)
        ? new GridCell(row, column, NumberValue.Of(number, format, from1904), format, null)
        : new GridCell(row, column, null, format, "#ERROR!");

    private static GridCell? Plain(int row, int column, string text, string? format) =>
        string.IsNullOrWhiteSpace(text) ? null
        : FigureErrors.IsError(text.Trim()) ? new GridCell(row, column, null, format, text.Trim())
        : new GridCell(row, column, text, format, null);

    // RkNumber: thirty bits of an integer or of a double, perhaps in hundredths.
    private static double Decoded(int packed)
    {
        var number = (packed & 2) != 0 ? packed >> 2 : BitConverter.Int64BitsToDouble((long)(packed & ~3) << 32);
        return (packed & 1) != 0 ? number / 100 : number;
    }
}
