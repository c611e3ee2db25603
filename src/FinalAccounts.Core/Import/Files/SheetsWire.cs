using System.Text;

namespace FinalAccounts.Import.Files;

/// <summary>Sheets and findings as bytes: names, cells, merged ranges, what is hidden. Nothing of the file's format crosses.</summary>
internal static class SheetsWire
{
    private const int Version = 2;
    private const byte Error = 0, Text = 1, Number = 2, Large = 3, Date = 4, Time = 5, Truth = 6;

    /// <summary>The sheets; null for a file that could not be read.</summary>
    public static byte[] Write(IReadOnlyList<SheetGrid>? grids, ImportFindings findings)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(FindingsJson.Write(findings.All));
        writer.Write(findings.EvidenceByFile.Count);
        foreach (var (file, words) in findings.EvidenceByFile)
        {
            writer.Write(file);
            writer.Write(words);
        }

        writer.Write(grids?.Count ?? -1);
        foreach (var grid in grids ?? [])
        {
            Write(writer, grid);
        }

        return stream.ToArray();
    }

    /// <summary>What <see cref="Write(IReadOnlyList{SheetGrid}?, ImportFindings)"/> wrote; its findings are added.</summary>
    public static IReadOnlyList<SheetGrid>? Read(ReadOnlyMemory<byte> bytes, ImportFindings findings)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray(), writable: false), Encoding.UTF8);
        if (reader.ReadInt32() != Version)
        {
            throw new InvalidDataException("another version wrote these sheets");
        }

        findings.Add(FindingsJson.Read(reader.ReadString()));
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            findings.Evidence(new Documents.Place(reader.ReadString()), reader.ReadString());
        }

        var count = reader.ReadInt32();
        return count < 0 ? null : [.. Enumerable.Range(0, count).Select(_ => Grid(reader))];
    }

    private static void Write(BinaryWriter writer, SheetGrid grid)
    {
        writer.Write(grid.File);
        writer.Write(grid.Name);
        writer.Write(grid.Hidden);
        var cells = grid.Cells.ToList();
        writer.Write(cells.Count);
        foreach (var cell in cells)
        {
            writer.Write(cell.Row);
            writer.Write((short)cell.Column);
            writer.Write(cell.Format ?? "");
            Write(writer, cell);
        }

        var ranges = grid.MergedRanges.ToList();
        writer.Write(ranges.Count);
        foreach (var range in ranges)
        {
            writer.Write(range.Top);
            writer.Write(range.Left);
            writer.Write(range.Bottom);
            writer.Write(range.Right);
        }

        Write(writer, [.. grid.HiddenRows]);
        Write(writer, [.. grid.HiddenColumns]);
    }

    private static void Write(BinaryWriter writer, GridCell cell)
    {
        if (cell.Error is { } error)
        {
            writer.Write(Error);
            writer.Write(error);
            return;
        }

        switch (cell.Value)
        {
            case decimal number:
                writer.Write(Number);
                writer.Write(number);
                break;
            case double number:
                writer.Write(Large);
                writer.Write(number);
                break;
            case DateTime date:
                writer.Write(Date);
                writer.Write(date.Ticks);
                break;
            case TimeSpan time:
                writer.Write(Time);
                writer.Write(time.Ticks);
                break;
            case bool truth:
                writer.Write(Truth);
                writer.Write(truth);
                break;
            default:
                writer.Write(Text);
                writer.Write(cell.Display);
                break;
        }
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<int> numbers)
    {
        writer.Write(numbers.Count);
        foreach (var number in numbers)
        {
            writer.Write(number);
        }
    }

    private static SheetGrid Grid(BinaryReader reader)
    {
        var grid = new SheetGrid(reader.ReadString(), reader.ReadString(), reader.ReadBoolean());
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            grid.Add(Cell(reader));
        }

        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            grid.Merge(new MergedRange(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));
        }

        Numbers(reader, grid.HideRow);
        Numbers(reader, grid.HideColumn);
        return grid;
    }

    private static GridCell Cell(BinaryReader reader)
    {
        var (row, column, format) = (reader.ReadInt32(), reader.ReadInt16(), reader.ReadString());
        var kind = reader.ReadByte();
        var error = kind == Error ? reader.ReadString() : null;
        return new GridCell(row, column, error is null ? Value(reader, kind) : null, format.Length > 0 ? format : null, error);
    }

    private static object Value(BinaryReader reader, byte kind) => kind switch
    {
        Text => reader.ReadString(),
        Number => reader.ReadDecimal(),
        Large => reader.ReadDouble(),
        Date => new DateTime(reader.ReadInt64()),
        Time => new TimeSpan(reader.ReadInt64()),
        Truth => reader.ReadBoolean(),
        _ => throw new InvalidDataException("kind of cell"),
    };

    private static void Numbers(BinaryReader reader, Action<int> add)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            add(reader.ReadInt32());
        }
    }
}
