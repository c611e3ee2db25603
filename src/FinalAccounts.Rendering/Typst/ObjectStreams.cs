using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Typst;

/// <summary>
/// Writes a PDF's small objects into compressed streams (ISO 32000-1, 7.5.7), which the compiler does not: a tagged document has
/// thousands. Nothing in an object changes, and equal files stay equal. A file of another make than the compiler's comes back as it is.
/// </summary>
internal static partial class ObjectStreams
{
    // A reader takes a whole stream for one object of it.
    private const int MostInOne = 200;

    /// <summary>The smaller file.</summary>
    /// <param name="pdf">With one table of cross references; at least PDF 1.5.</param>
    public static byte[] Pack(byte[] pdf)
    {
        if (Table.Read(pdf) is not { } table)
        {
            return pdf;
        }

        using var output = new MemoryStream(pdf.Length);
        output.Write(pdf.AsSpan(0, table.Objects.Count > 0 ? table.Objects[0].Start : 0));
        // By number: 1 and the place of an object in the file, or 2, its stream's number and its place there; 0 for free numbers.
        var entries = new List<(byte Kind, uint First, ushort Second)>(Enumerable.Repeat(((byte)0, 0u, (ushort)0), table.Size)) { [0] = (0, 0, ushort.MaxValue) };
        var packed = new List<(int Number, ArraySegment<byte> Body)>();
        foreach (var item in table.Objects)
        {
            var body = Body(pdf, item);
            if (body.AsSpan().EndsWith("endstream"u8))
            {
                entries[item.Number] = (1, (uint)output.Length, 0);
                output.Write(pdf.AsSpan(item.Start, item.End - item.Start));
            }
            else
            {
                packed.Add((item.Number, body));
            }
        }

        foreach (var part in packed.Chunk(MostInOne))
        {
            foreach (var (index, item) in part.Index())
            {
                entries[item.Number] = (2, (uint)entries.Count, (ushort)index);
            }

            entries.Add((1, (uint)output.Length, 0));
            WriteStream(output, entries.Count - 1, part);
        }

        WriteReferences(output, entries, table.Trailer);
        return output.ToArray();
    }

    private static void WriteStream(MemoryStream output, int number, (int Number, ArraySegment<byte> Body)[] part)
    {
        var places = new StringBuilder();
        using var bodies = new MemoryStream();
        foreach (var (inner, body) in part)
        {
            places.Append(CultureInfo.InvariantCulture, $"{inner} {bodies.Length} ");
            bodies.Write(body);
            bodies.WriteByte((byte)'\n');
        }

        var head = Encoding.ASCII.GetBytes(places.ToString());
        Write(output, number, $"/Type /ObjStm /N {part.Length} /First {head.Length}", [.. head, .. bodies.ToArray()]);
    }

    private static void WriteReferences(MemoryStream output, List<(byte Kind, uint First, ushort Second)> entries, string trailer)
    {
        var start = output.Length;
        entries.Add((1, (uint)start, 0));
        var bytes = new byte[entries.Count * 7];
        foreach (var (index, entry) in entries.Index())
        {
            bytes[index * 7] = entry.Kind;
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan((index * 7) + 1), entry.First);
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan((index * 7) + 5), entry.Second);
        }

        Write(output, entries.Count - 1, $"/Type /XRef /Size {entries.Count} /W [1 4 2] {trailer}", bytes);
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF")));
    }

    private static void Write(MemoryStream output, int number, string dictionary, byte[] content)
    {
        using var small = new MemoryStream();
        using (var zlib = new ZLibStream(small, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        output.Write(Encoding.Latin1.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{number} 0 obj\n<< {dictionary} /Length {small.Length} /Filter /FlateDecode >>\nstream\n")));
        small.WriteTo(output);
        output.Write("\nendstream\nendobj\n"u8);
    }

    // Between "7 0 obj" and "endobj".
    private static ArraySegment<byte> Body(byte[] pdf, Item item)
    {
        var all = pdf.AsSpan(item.Start, item.End - item.Start);
        var from = all.IndexOf("obj"u8) + 3;
        var to = all.LastIndexOf("endobj"u8);
        var body = all[from..to];
        var start = body.Length - body.TrimStart(" \r\n"u8).Length;
        return new ArraySegment<byte>(pdf, item.Start + from + start, body.Trim(" \r\n"u8).Length);
    }

    /// <summary>An object and where it stands.</summary>
    private sealed record Item(int Number, int Start, int End);

    /// <summary>The table of cross references and what the trailer says beside its size.</summary>
    private sealed record Table(int Size, IReadOnlyList<Item> Objects, string Trailer)
    {
        private const int EntryLength = 20;

        public static Table? Read(byte[] pdf)
        {
            var text = Encoding.Latin1.GetString(pdf, Math.Max(0, pdf.Length - 40), Math.Min(pdf.Length, 40));
            if (Start().Match(text) is not { Success: true } start || !int.TryParse(start.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var at) || at >= pdf.Length)
            {
                return null;
            }

            var end = Encoding.Latin1.GetString(pdf, at, pdf.Length - at);
            if (Form().Match(end) is not { Success: true } form)
            {
                return null;
            }

            var size = int.Parse(form.Groups["size"].ValueSpan, CultureInfo.InvariantCulture);
            var entries = form.Groups["entries"].Value;
            if (entries.Length != size * EntryLength)
            {
                return null;
            }

            var starts = Enumerable.Range(0, size).Where(number => entries[(number * EntryLength) + 17] == 'n')
                .Select(number => (Number: number, Start: int.Parse(entries.AsSpan(number * EntryLength, 10), CultureInfo.InvariantCulture)))
                .OrderBy(item => item.Start).ToList();
            var objects = starts.Zip(starts.Skip(1).Select(next => next.Start).Append(at), (item, next) => new Item(item.Number, item.Start, next)).ToList();
            return new Table(size, objects, SizeEntry().Replace(form.Groups["trailer"].Value, "").Trim());
        }
    }

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF\s*$")]
    private static partial Regex Start();

    [GeneratedRegex(@"^xref\s+0 (?<size>\d+)\r?\n(?<entries>[0-9nf \r\n]+)trailer\s*<<(?<trailer>.*)>>\s*startxref", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"/Size\s+\d+")]
    private static partial Regex SizeEntry();
}
