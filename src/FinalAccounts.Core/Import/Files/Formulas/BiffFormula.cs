using System.Buffers.Binary;
using System.Globalization;

namespace FinalAccounts.Import.Files.Formulas;

/// <summary>Writes a formula of an .xls or .xlsb workbook as text, as far as it is a simple one ([MS-XLS] 2.5.198, [MS-XLSB] 2.5.97: tokens in reverse Polish order).</summary>
internal ref struct BiffFormula(ReadOnlySpan<byte> tokens, bool wide)
{
    private readonly ReadOnlySpan<byte> tokens = tokens;
    private readonly Stack<string> stack = new();
    private int at;

    /// <summary>The formula; null when it holds anything but arithmetic, SUM, ROUND and ABS over cells of its own sheet.</summary>
    /// <param name="wide">Rows have four bytes (.xlsb).</param>
    public static string? Text(ReadOnlySpan<byte> tokens, bool wide)
    {
        var formula = new BiffFormula(tokens, wide);
        while (formula.at < tokens.Length)
        {
            if (!formula.Step())
            {
                return null;
            }
        }

        return formula.stack.Count == 1 ? formula.stack.Pop() : null;
    }

    private bool Step()
    {
        var token = tokens[at++];
        switch (token)
        {
            case >= 0x03 and <= 0x06:
                return stack.Count >= 2 && Push($"{Second(out var last)}{"+-*/"[token - 3]}{last}");
            case 0x12 or 0x13:
                return stack.Count >= 1 && Push($"{(token == 0x12 ? '+' : '-')}{stack.Pop()}");
            case 0x14:
                return stack.Count >= 1 && Push(stack.Pop() + "%");
            case 0x15:
                return stack.Count >= 1 && Push($"({stack.Pop()})");
            case 0x19:
                return Attribute();
            case 0x1E when Left(2):
                return Push(Word().ToString(CultureInfo.InvariantCulture));
            case 0x1F when Left(8):
                at += 8;
                return Push(BinaryPrimitives.ReadDoubleLittleEndian(tokens[(at - 8)..]).ToString("R", CultureInfo.InvariantCulture));
            case 0x21 or 0x41 or 0x61 when Left(2):
                return Word() switch { 24 => Call("ABS", 1), 27 => Call("ROUND", 2), _ => false };
            case 0x22 or 0x42 or 0x62 when Left(3):
                var count = tokens[at++] & 0x7F;
                return Word() == 4 && Call("SUM", count);
            case 0x24 or 0x44 or 0x64 when Left(wide ? 6 : 4):
                var row = Row();
                return Push(Address(row, Word()));
            case 0x25 or 0x45 or 0x65 when Left(wide ? 12 : 8):
                var (top, bottom) = (Row(), Row());
                var (left, right) = (Word(), Word());
                return Push($"{Address(top, left)}:{Address(bottom, right)}");
            default:
                return false;
        }
    }

    // A sum of one range is an attribute of its own; blanks that somebody typed mean nothing.
    private bool Attribute()
    {
        if (!Left(3))
        {
            return false;
        }

        var kind = tokens[at];
        at += 3;
        return kind switch
        {
            0x10 => Call("SUM", 1),
            0x40 or 0x41 => true,
            _ => false,
        };
    }

    private readonly bool Left(int bytes) => at + bytes <= tokens.Length;

    private int Word()
    {
        at += 2;
        return BinaryPrimitives.ReadUInt16LittleEndian(tokens[(at - 2)..]);
    }

    private int Row()
    {
        if (!wide)
        {
            return Word();
        }

        at += 4;
        return BinaryPrimitives.ReadInt32LittleEndian(tokens[(at - 4)..]);
    }

    private static string Address(int row, int column) => CellAddress.Of(row, column & 0x3FFF);

    private readonly string Second(out string last)
    {
        last = stack.Pop();
        return stack.Pop();
    }

    private readonly bool Call(string name, int count)
    {
        if (count == 0 || stack.Count < count)
        {
            return false;
        }

        var arguments = new string[count];
        for (var i = count - 1; i >= 0; i--)
        {
            arguments[i] = stack.Pop();
        }

        return Push($"{name}({string.Join(',', arguments)})");
    }

    private readonly bool Push(string text)
    {
        stack.Push(text);
        return text.Length < 2_000;
    }
}
