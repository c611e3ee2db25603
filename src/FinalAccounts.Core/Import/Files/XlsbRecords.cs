using System.Buffers.Binary;
using System.Text;

namespace FinalAccounts.Import.Files;

/// <summary>The records of a binary part of an .xlsb workbook ([MS-XLSB] 2.1.4): kind, length, content.</summary>
internal static class XlsbRecords
{
    private const int LongestRecord = 16 * 1024 * 1024;

    /// <summary>The records in order; the content is valid until the next one. Throws <see cref="SheetException"/> when the part is broken.</summary>
    public static IEnumerable<(int Kind, ReadOnlyMemory<byte> Content)> Read(Stream? part)
    {
        if (part is null)
        {
            yield break;
        }

        using var stream = new BufferedStream(part, 65_536);
        var buffer = new byte[4_096];
        while (Next(stream, 2) is { } kind)
        {
            var length = Next(stream, 4) ?? throw new SheetException("记录不完整");
            if (length > LongestRecord)
            {
                throw new SheetException("有一条记录太长");
            }

            if (length > buffer.Length)
            {
                buffer = new byte[length];
            }

            stream.ReadExactly(buffer, 0, length);
            yield return (kind, buffer.AsMemory(0, length));
        }
    }

    /// <summary>A string with its length in front; advances behind it.</summary>
    public static string Text(ReadOnlySpan<byte> content, ref int at)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(content[at..]);
        at += 4;
        if (length == -1)
        {
            return "";
        }

        if (length < 0 || length > content.Length / 2)
        {
            throw new SheetException("文字的长度不对");
        }

        var text = Encoding.Unicode.GetString(content.Slice(at, length * 2));
        at += length * 2;
        return text;
    }

    // Seven bits a byte, the lowest first, the eighth says that more follow.
    private static int? Next(Stream stream, int most)
    {
        var number = 0;
        for (var i = 0; i < most; i++)
        {
            var next = stream.ReadByte();
            if (next < 0)
            {
                return i == 0 ? null : throw new SheetException("记录不完整");
            }

            number |= (next & 0x7F) << (7 * i);
            if ((next & 0x80) == 0)
            {
                break;
            }
        }

        return number;
    }
}
