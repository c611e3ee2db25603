using System.Buffers.Binary;

namespace FinalAccounts.Rendering.Typefaces;

/// <summary>The characters that a face maps to a glyph: the cmap table in its formats 4 (basic plane) and 12 (all of Unicode).</summary>
internal sealed class CharacterMap
{
    private readonly HashSet<int> drawn;

    private CharacterMap(HashSet<int> drawn) => this.drawn = drawn;

    public bool Contains(int codePoint) => drawn.Contains(codePoint);

    public static CharacterMap Read(string path, IReadOnlyDictionary<string, SfntTable> tables)
    {
        using var file = File.OpenRead(path);
        return Parse(SfntReader.ReadTable(file, tables["cmap"]));
    }

    internal static CharacterMap Parse(ReadOnlySpan<byte> table)
    {
        var drawn = new HashSet<int>();
        var count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
        for (var i = 0; i < count; i++)
        {
            var entry = table.Slice(4 + (i * 8), 8);
            var platform = BinaryPrimitives.ReadUInt16BigEndian(entry);
            var encoding = BinaryPrimitives.ReadUInt16BigEndian(entry[2..]);
            // Unicode, and Windows in its Unicode encodings; others map other character sets.
            if (platform == 0 || (platform == 3 && encoding is 1 or 10))
            {
                var subtable = table[(int)BinaryPrimitives.ReadUInt32BigEndian(entry[4..])..];
                switch (BinaryPrimitives.ReadUInt16BigEndian(subtable))
                {
                    case 4: ReadFormat4(subtable, drawn); break;
                    case 12: ReadFormat12(subtable, drawn); break;
                    default: break;
                }
            }
        }
        return new CharacterMap(drawn);
    }

    private static void ReadFormat4(ReadOnlySpan<byte> table, HashSet<int> drawn)
    {
        var segments = BinaryPrimitives.ReadUInt16BigEndian(table[6..]) / 2;
        for (var i = 0; i < segments; i++)
        {
            int end = BinaryPrimitives.ReadUInt16BigEndian(table[(14 + (i * 2))..]);
            int start = BinaryPrimitives.ReadUInt16BigEndian(table[(16 + (segments * 2) + (i * 2))..]);
            int delta = BinaryPrimitives.ReadUInt16BigEndian(table[(16 + (segments * 4) + (i * 2))..]);
            var offsetAt = 16 + (segments * 6) + (i * 2);
            int offset = BinaryPrimitives.ReadUInt16BigEndian(table[offsetAt..]);
            for (var code = start; code <= end && code < 0xFFFF; code++)
            {
                var glyph = code;
                if (offset != 0)
                {
                    var at = offsetAt + offset + ((code - start) * 2);
                    glyph = at + 1 < table.Length ? BinaryPrimitives.ReadUInt16BigEndian(table[at..]) : 0;
                    if (glyph == 0)
                    {
                        continue;
                    }
                }
                glyph = (glyph + delta) & 0xFFFF;
                if (glyph != 0)
                {
                    drawn.Add(code);
                }
            }
        }
    }

    private static void ReadFormat12(ReadOnlySpan<byte> table, HashSet<int> drawn)
    {
        var groups = BinaryPrimitives.ReadUInt32BigEndian(table[12..]);
        for (var i = 0; i < groups; i++)
        {
            var group = table.Slice(16 + (i * 12), 12);
            var first = (int)BinaryPrimitives.ReadUInt32BigEndian(group);
            var last = (int)BinaryPrimitives.ReadUInt32BigEndian(group[4..]);
            var glyph = (int)BinaryPrimitives.ReadUInt32BigEndian(group[8..]);
            if (first < 0 || last > 0x10FFFF)
            {
                throw new InvalidDataException("A font maps what is no character.");
            }
            for (var code = first; code <= last; code++, glyph++)
            {
                if (glyph != 0)
                {
                    drawn.Add(code);
                }
            }
        }
    }
}
