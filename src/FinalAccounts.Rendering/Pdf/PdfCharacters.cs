using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Pdf;

/// <summary>
/// Corrects what a PDF says its glyphs mean. Where two characters share a glyph, Chromium writes the one with the lower code:
/// the radicals ⻔ and ⽰ in place of 门 and 示, and whoever searches for 部门 finds nothing. The corrected maps, and our name as the maker's, are appended
/// as an incremental update, as ISO 32000 provides; not a byte of the file before them changes.
/// </summary>
internal static partial class PdfCharacters
{
    private const string BrowserAsCreator = "/Creator (Chromium)";
    private const int MostEntries = 100; // in one block, by the CMap specification

    public static byte[] Correct(byte[] pdf, IReadOnlyDictionary<int, int> meant)
    {
        var tail = Math.Max(0, pdf.Length - 1024);
        var ending = Ending().Match(Latin(pdf, tail, pdf.Length));
        if (!ending.Success)
        {
            throw new RenderingException("浏览器生成的 PDF 结构与预期不同，不能校正其中的文字编码。请换用受支持的 Chromium 版本。");
        }
        var table = int.Parse(ending.Groups["xref"].Value, CultureInfo.InvariantCulture);
        using var update = new MemoryStream();
        var offsets = new SortedDictionary<int, long>();
        foreach (var number in Maps(pdf))
        {
            var map = ReadStream(pdf, Offset(pdf, table, number));
            if (CorrectMap(map, meant) is { } corrected)
            {
                offsets[number] = pdf.Length + update.Length;
                WriteStream(update, number, corrected);
            }
        }
        if (Information().Match(ending.Groups["trailer"].Value) is { Success: true } information)
        {
            NameCreator(pdf, table, int.Parse(information.Groups[1].Value, CultureInfo.InvariantCulture), update, offsets);
        }
        if (offsets.Count == 0)
        {
            return pdf;
        }
        WriteTable(update, pdf.Length, offsets, $"{ending.Groups["trailer"].Value}\n/Prev {table}");
        var corrections = update.GetBuffer().AsSpan(0, (int)update.Length);
        var whole = new byte[pdf.Length + corrections.Length];
        pdf.CopyTo(whole, 0);
        corrections.CopyTo(whole.AsSpan(pdf.Length));
        return whole;
    }

    // One byte is one character, so that places in the text are offsets in the file.
    private static string Latin(byte[] pdf, int start, int end) => Encoding.Latin1.GetString(pdf, start, end - start);

    /// <summary>The objects that fonts name as their ToUnicode, each once.</summary>
    private static HashSet<int> Maps(byte[] pdf)
    {
        var numbers = new HashSet<int>();
        var key = "/ToUnicode "u8;
        for (var at = pdf.AsSpan().IndexOf(key); at >= 0;)
        {
            at += key.Length;
            if (Utf8Parser.TryParse(pdf.AsSpan(at), out int number, out var length) && pdf.AsSpan(at + length).StartsWith(" 0 R"u8))
            {
                numbers.Add(number);
            }
            var next = pdf.AsSpan(at).IndexOf(key);
            at = next < 0 ? -1 : at + next;
        }
        return numbers;
    }

    // The headless shell names itself as the document's maker, whatever it is told.
    private static void NameCreator(byte[] pdf, int table, int number, MemoryStream update, SortedDictionary<int, long> offsets)
    {
        var offset = Offset(pdf, table, number);
        var end = pdf.AsSpan(offset).IndexOf("endobj\n"u8);
        var entry = Latin(pdf, offset, offset + Math.Max(0, end));
        if (!entry.Contains(BrowserAsCreator, StringComparison.Ordinal))
        {
            return;
        }
        offsets[number] = pdf.Length + update.Length;
        Write(update, entry.Replace(BrowserAsCreator, "/Creator (FinalAccounts)", StringComparison.Ordinal) + "endobj\n");
    }

    // "xref\n0 4126\n", then twenty bytes for each object.
    private static int Offset(byte[] pdf, int table, int number)
    {
        var head = Head().Match(Latin(pdf, table, Math.Min(pdf.Length, table + 40)));
        return int.Parse(Latin(pdf, table + head.Length + (number * 20), table + head.Length + (number * 20) + 10), CultureInfo.InvariantCulture);
    }

    private static string ReadStream(byte[] pdf, int offset)
    {
        var start = offset + pdf.AsSpan(offset).IndexOf("stream\n"u8) + "stream\n".Length;
        var dictionary = Latin(pdf, offset, start);
        var length = int.Parse(Length().Match(dictionary).Groups[1].Value, CultureInfo.InvariantCulture);
        using var stream = new MemoryStream(pdf, start, length);
        if (!dictionary.Contains("/FlateDecode", StringComparison.Ordinal))
        {
            return Encoding.Latin1.GetString(stream.ToArray());
        }
        using var inflated = new ZLibStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(inflated, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    /// <summary>The map with the characters that are meant; null when it names them already.</summary>
    internal static string? CorrectMap(string map, IReadOnlyDictionary<int, int> meant)
    {
        // What stands before the first block, the code space, looks like an entry and is none.
        var block = Block().Match(map);
        if (!block.Success)
        {
            return null;
        }
        var changed = false;
        var entries = new List<string>();
        foreach (Match match in Entry().Matches(map, block.Index))
        {
            var (first, last, target) = (match.Groups["first"].Value, match.Groups["last"].Value, match.Groups["target"].Value);
            var from = Number(first);
            var to = last.Length > 0 ? Number(last) : from;
            for (var code = from; code <= to; code++)
            {
                var written = Advance(target, code - from);
                if (Single(written) is { } character && meant.TryGetValue(character, out var right))
                {
                    written = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(right)));
                    changed = true;
                }
                entries.Add($"<{code.ToString("X" + first.Length, CultureInfo.InvariantCulture)}> <{written}>");
            }
        }
        if (!changed)
        {
            return null;
        }
        var blocks = entries.Chunk(MostEntries).Select(chunk => $"{chunk.Length} beginbfchar\n{string.Join('\n', chunk)}\nendbfchar\n");
        return map[..block.Index] + string.Concat(blocks) + map[map.IndexOf("endcmap", StringComparison.Ordinal)..];
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // A range counts up the last two bytes of its first target.
    private static string Advance(string target, int by) =>
        target[..^4] + (Number(target[^4..]) + by).ToString("X4", CultureInfo.InvariantCulture);

    private static int? Single(string target)
    {
        var text = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(target));
        return Rune.TryGetRuneAt(text, 0, out var rune) && rune.Utf16SequenceLength == text.Length ? rune.Value : null;
    }

    private static void WriteStream(MemoryStream update, int number, string content)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(Encoding.Latin1.GetBytes(content));
        }
        Write(update, $"{number} 0 obj\n<</Filter /FlateDecode\n/Length {compressed.Length}>> stream\n");
        compressed.WriteTo(update);
        Write(update, "\nendstream\nendobj\n");
    }

    private static void WriteTable(MemoryStream update, int before, SortedDictionary<int, long> offsets, string trailer)
    {
        var table = before + update.Length;
        Write(update, "xref\n");
        foreach (var (number, offset) in offsets)
        {
            Write(update, $"{number} 1\n{offset:D10} 00000 n \n");
        }
        Write(update, $"trailer\n<<{trailer}>>\nstartxref\n{table}\n%%EOF\n");
    }

    private static void Write(MemoryStream update, string text) => update.Write(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"trailer\s*<<(?<trailer>[^<>]*)>>\s*startxref\s+(?<xref>\d+)\s+%%EOF\s*$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^xref\s+0 \d+\s?\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"/Info (\d+) 0 R")]
    private static partial Regex Information();

    [GeneratedRegex(@"/Length (\d+)")]
    private static partial Regex Length();

    [GeneratedRegex(@"\d+ beginbf(char|range)")]
    private static partial Regex Block();

    [GeneratedRegex(@"^<(?<first>[0-9A-Fa-f]+)> (<(?<last>[0-9A-Fa-f]+)> )?<(?<target>[0-9A-Fa-f]{4,})>\s*$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
