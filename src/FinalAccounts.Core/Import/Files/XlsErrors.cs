using System.Buffers.Binary;

namespace FinalAccounts.Import.Files;

/// <summary>Error cells of an .xls workbook: BoolErr and Formula records of its BIFF5 or BIFF8 stream ([MS-XLS] 2.4), which write them alike.</summary>
internal static class XlsErrors
{
    private const int Bof = 0x0809, BoundSheet = 0x0085, BoolErr = 0x0205, Formula = 0x0006;

    public static SheetErrors Read(byte[] biff)
    {
        var errors = new SheetErrors();
        var sheets = new Dictionary<int, int>();
        int? sheet = null;
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
                case BoundSheet when length > 6 && record[5] == 0:
                    sheets[BinaryPrimitives.ReadInt32LittleEndian(record)] = sheets.Count;
                    break;
                case BoolErr when sheet is not null && length >= 8 && record[7] == 1:
                    Add(errors, sheet.Value, record, record[6]);
                    break;
                case Formula when sheet is not null && length >= 14 && record[6] == 2 && record[12] == 0xFF && record[13] == 0xFF:
                    Add(errors, sheet.Value, record, record[8]);
                    break;
                default:
                    break;
            }

            at += 4 + length;
        }

        return errors;
    }

    private static void Add(SheetErrors errors, int sheet, ReadOnlySpan<byte> record, byte code) => errors.Add(
        sheet,
        BinaryPrimitives.ReadUInt16LittleEndian(record),
        BinaryPrimitives.ReadUInt16LittleEndian(record[2..]),
        code switch
        {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            0x2A => "#N/A",
            _ => "#ERROR!",
        });
}
