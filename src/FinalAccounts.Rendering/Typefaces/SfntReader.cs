using System.Buffers.Binary;
using System.Text;

namespace FinalAccounts.Rendering.Typefaces;

/// <summary>Reads the faces of a TrueType or OpenType file or collection: only directory and names, characters when asked.</summary>
internal static class SfntReader
{
    private const uint Collection = 0x74746366; // ttcf
    private const uint TrueType = 0x00010000;
    private const uint AppleTrueType = 0x74727565; // true
    private const uint OpenTypeCff = 0x4F54544F; // OTTO
    private const ushort FamilyName = 1;
    private const ushort TypographicFamilyName = 16;
    private const ushort Windows = 3;

    /// <summary>The file's faces; none when it is not such a font.</summary>
    public static IReadOnlyList<FontFace> Read(string path)
    {
        using var file = File.OpenRead(path);
        return Offsets(file).Select(offset => ReadFace(path, file, offset)).OfType<FontFace>().ToList();
    }

    /// <summary>A table's bytes.</summary>
    public static byte[] ReadTable(Stream file, SfntTable table)
    {
        if (table.Offset + (long)table.Length > file.Length)
        {
            throw new InvalidDataException("A table reaches beyond the font file.");
        }
        var bytes = new byte[table.Length];
        file.Position = table.Offset;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static uint[] Offsets(Stream file)
    {
        if (file.Length < 12)
        {
            return [];
        }
        var head = ReadTable(file, new SfntTable(0, 12));
        var tag = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (tag is TrueType or AppleTrueType or OpenTypeCff)
        {
            return [0];
        }
        if (tag != Collection)
        {
            return [];
        }
        var count = BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(8));
        if (count > 1024)
        {
            throw new InvalidDataException("A font collection with more than 1024 faces.");
        }
        var offsets = ReadTable(file, new SfntTable(12, count * 4));
        return [.. Enumerable.Range(0, (int)count).Select(i => BinaryPrimitives.ReadUInt32BigEndian(offsets.AsSpan(i * 4)))];
    }

    private static FontFace? ReadFace(string path, Stream file, uint offset)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(ReadTable(file, new SfntTable(offset + 4, 2)));
        var directory = ReadTable(file, new SfntTable(offset + 12, count * 16u));
        var tables = new Dictionary<string, SfntTable>(count);
        for (var i = 0; i < count; i++)
        {
            var entry = directory.AsSpan(i * 16, 16);
            tables[Encoding.ASCII.GetString(entry[..4])] = new SfntTable(
                BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
        }
        return tables.TryGetValue("name", out var names) && tables.ContainsKey("cmap")
            ? ReadFace(path, ReadTable(file, names), tables)
            : null;
    }

    private static FontFace ReadFace(string path, byte[] names, Dictionary<string, SfntTable> tables)
    {
        var families = ReadFamilies(names);
        return new FontFace(path, families, TypesetterFamily.Read(names) ?? families.FirstOrDefault() ?? "", tables);
    }

    private static List<string> ReadFamilies(ReadOnlySpan<byte> table)
    {
        var families = new List<string>();
        var count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
        var strings = table[BinaryPrimitives.ReadUInt16BigEndian(table[4..])..];
        for (var i = 0; i < count; i++)
        {
            var entry = table.Slice(6 + (i * 12), 12);
            var name = BinaryPrimitives.ReadUInt16BigEndian(entry[6..]);
            if (BinaryPrimitives.ReadUInt16BigEndian(entry) != Windows || name is not (FamilyName or TypographicFamilyName))
            {
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(entry[8..]);
            var start = BinaryPrimitives.ReadUInt16BigEndian(entry[10..]);
            families.Add(Encoding.BigEndianUnicode.GetString(strings.Slice(start, length)));
        }
        return families;
    }
}
