using System.Buffers.Binary;
using System.Text;

namespace FinalAccounts.Import.Files;

/// <summary>The streams of an OLE compound file ([MS-CFB]), as far as needed to tell what an .xls is and to see its error cells.</summary>
internal sealed class CompoundFile
{
    private const uint LastRegularSector = 0xFFFFFFFA;
    private readonly ReadOnlyMemory<byte> content;
    private readonly int sectorSize;
    private readonly uint[] fat;
    private readonly Dictionary<string, (uint Start, long Size)> entries = new(StringComparer.OrdinalIgnoreCase);

    private CompoundFile(ReadOnlyMemory<byte> content)
    {
        this.content = content;
        sectorSize = 1 << BinaryPrimitives.ReadUInt16LittleEndian(content.Span[30..]);
        if (sectorSize is not (512 or 4096))
        {
            throw new InvalidDataException("sector size");
        }

        fat = ReadFat();
        ReadDirectory();
    }

    public static bool Is(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Opens the file; throws <see cref="InvalidDataException"/> when its structure is broken.</summary>
    public static CompoundFile Open(ReadOnlyMemory<byte> content)
    {
        try
        {
            return new CompoundFile(content);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("compound file", e);
        }
    }

    public bool Has(string stream) => entries.ContainsKey(stream);

    /// <summary>The bytes of a stream of at least 4096 bytes (smaller ones live elsewhere and are not needed); null when there is none.</summary>
    public byte[]? Read(string stream)
    {
        if (!entries.TryGetValue(stream, out var entry) || entry.Size < 4096)
        {
            return null;
        }

        if (entry.Size > content.Length)
        {
            throw new InvalidDataException("stream size");
        }

        return Chain(entry.Start).AsSpan(0, (int)entry.Size).ToArray();
    }

    private uint[] ReadFat()
    {
        var header = content.Span;
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++)
        {
            AddSector(sectors, BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + (i * 4))..]));
        }

        var difat = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        for (var guard = 0; difat <= LastRegularSector && guard < 1024; guard++)
        {
            var sector = Sector(difat);
            for (var i = 0; i < (sectorSize / 4) - 1; i++)
            {
                AddSector(sectors, BinaryPrimitives.ReadUInt32LittleEndian(sector[(i * 4)..]));
            }

            difat = BinaryPrimitives.ReadUInt32LittleEndian(sector[(sectorSize - 4)..]);
            if ((long)sectors.Count * sectorSize > content.Length)
            {
                throw new InvalidDataException("sector table in a circle");
            }
        }

        var table = new List<uint>();
        foreach (var number in sectors)
        {
            var sector = Sector(number);
            for (var i = 0; i < sectorSize / 4; i++)
            {
                table.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[(i * 4)..]));
            }
        }

        return [.. table];
    }

    private static void AddSector(List<uint> sectors, uint number)
    {
        if (number <= LastRegularSector)
        {
            sectors.Add(number);
        }
    }

    private void ReadDirectory()
    {
        var directory = Chain(BinaryPrimitives.ReadUInt32LittleEndian(content.Span[48..])).AsSpan();
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            var entry = directory.Slice(at, 128);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
            if (entry[66] != 2 || length is < 2 or > 64)
            {
                continue;
            }

            var name = Encoding.Unicode.GetString(entry[..(length - 2)]);
            entries.TryAdd(name, (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])));
        }
    }

    private byte[] Chain(uint start)
    {
        using var bytes = new MemoryStream();
        for (var number = start; number <= LastRegularSector; number = fat[number])
        {
            if (bytes.Length > content.Length)
            {
                throw new InvalidDataException("sector chain");
            }

            bytes.Write(Sector(number));
        }

        return bytes.ToArray();
    }

    // The last sector of a file may be cut short by some writers; the rest counts as zero.
    private ReadOnlySpan<byte> Sector(uint number)
    {
        var start = ((long)number + 1) * sectorSize;
        if (start >= content.Length)
        {
            throw new InvalidDataException("sector beyond the end");
        }

        var available = content.Span[(int)start..];
        if (available.Length >= sectorSize)
        {
            return available[..sectorSize];
        }

        var padded = new byte[sectorSize];
        available.CopyTo(padded);
        return padded;
    }
}
