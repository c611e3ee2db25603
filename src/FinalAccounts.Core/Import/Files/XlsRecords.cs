using System.Buffers.Binary;
using FinalAccounts.Import.Files.Formulas;

namespace FinalAccounts.Import.Files;

/// <summary>Error cells and formulas of an .xls workbook, from the BoolErr and Formula records of its BIFF5 or BIFF8 stream ([MS-XLS] 2.4).</summary>
/// <remarks>ExcelDataReader gives errors as blank cells; a lost figure must not look like a blank one.</remarks>
internal sealed class XlsRecords
{
    private const int Bof = 0x0809, BoundSheet = 0x0085, BoolErr = 0x0205, Formula = 0x0006, Biff8 = 0x0600;
    private const int Most = 100_000;

    private readonly Dictionary<(int Sheet, int Row, int Column), string> errors = [];
    private readonly Dictionary<(int Sheet, int Row, int Column), string> formulas = [];

    /// <summary>The errors of a worksheet, by zero-based place.</summary>
    public IEnumerable<(int Row, int Column, string Error)> Errors(int sheet) => Of(errors, sheet);

    /// <summary>The formulas of a worksheet that can be written as text.</summary>
    public IEnumerable<(int Row, int Column, string Formula)> Formulas(int sheet) => Of(formulas, sheet);

    /// <summary>Reads the stream; a record that is cut off ends it.</summary>
    public static XlsRecords Read(byte[] biff)
    {
        var found = new XlsRecords();
        var sheets = new Dictionary<int, int>();
        int? sheet = null;
        var version = 0;
        for (var at = 0; at + 4 <= biff.Length;)
        {
            var type = BinaryPrimitives.ReadUInt16LittleEndian(biff.AsSpan(at));
            var length = BinaryPrimitives.ReadUInt16LittleEndian(biff.AsSpan(at + 2));
            if (at + 4 + length > biff.Length)
            {
                break;
            }

            var record = biff.AsSpan(at + 4, length);
            switch (type)
            {
                case Bof when sheets.TryGetValue(at, out var index):
                    sheet = index;
                    break;
                case Bof when version == 0 && length >= 2:
                    version = BinaryPrimitives.ReadUInt16LittleEndian(record);
                    break;
                case BoundSheet when length > 6 && record[5] == 0:
                    sheets[BinaryPrimitives.ReadInt32LittleEndian(record)] = sheets.Count;
                    break;
                case BoolErr when sheet is not null && length >= 8 && record[7] == 1:
                    Add(found.errors, sheet.Value, record, FigureErrors.Name(record[6]));
                    break;
                case Formula when sheet is not null && length >= 14 && record[6] == 2 && record[12] == 0xFF && record[13] == 0xFF:
                    Add(found.errors, sheet.Value, record, FigureErrors.Name(record[8]));
                    break;
                case Formula when sheet is not null && version == Biff8 && length > 22:
                    var tokens = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(record[20..]), length - 22);
                    if (BiffFormula.Text(record.Slice(22, tokens), wide: false) is { } text)
                    {
                        Add(found.formulas, sheet.Value, record, text);
                    }

                    break;
            }

            at += 4 + length;
        }

        return found;
    }

    private static void Add(Dictionary<(int Sheet, int Row, int Column), string> cells, int sheet, ReadOnlySpan<byte> record, string text)
    {
        if (cells.Count < Most)
        {
            cells[(sheet, BinaryPrimitives.ReadUInt16LittleEndian(record), BinaryPrimitives.ReadUInt16LittleEndian(record[2..]))] = text;
        }
    }

    private static IEnumerable<(int Row, int Column, string Text)> Of(Dictionary<(int Sheet, int Row, int Column), string> cells, int sheet) =>
        cells.Where(pair => pair.Key.Sheet == sheet).Select(pair => (pair.Key.Row, pair.Key.Column, pair.Value));
}
