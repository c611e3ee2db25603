using System.Text;

namespace FinalAccounts.Reading.Plain;

/// <summary>Text and Markdown: a line is a paragraph, rows of | … | are a table.</summary>
internal static class PlainText
{
    private const string Chinese = "GB18030";

    /// <summary>Whether the bytes begin with a mark of UTF-8 or UTF-16.</summary>
    public static bool HasMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);

    /// <summary>UTF-8 or UTF-16 where the bytes are that, else GB 18030, as Chinese pages and editors write.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Chinese)!.GetString(bytes);
        }
    }

    public static PublishedDocument Read(string file, string text, CancellationToken cancellation)
    {
        var parts = new List<PublishedPart>();
        var table = new List<string[]>();
        foreach (var raw in text.Split('\n'))
        {
            cancellation.ThrowIfCancellationRequested();
            var line = TextFolding.Fold(raw.TrimEnd('\r')).Trim();
            if (line.Length > 1 && line[0] == '|')
            {
                table.Add([.. line.Trim('|').Split('|').Select(cell => cell.Trim())]);
                continue;
            }

            Close(parts, table);
            if (line.Length == 0 || HeadingPattern.IsContentsEntry(line) || HeadingPattern.IsContentsTitle(line))
            {
                continue;
            }

            var marks = line.TakeWhile(c => c == '#').Count();
            line = line.TrimStart('#').Trim();
            var level = marks > 0 ? Math.Min(marks, 6) : HeadingPattern.Level(line);
            if (line.Length > 0)
            {
                parts.Add(new PublishedLine(line, level > 0 ? LineKind.Heading : LineKind.Paragraph, level, null, null));
            }
        }

        Close(parts, table);
        return new PublishedDocument(file, [], parts, []);
    }

    private static void Close(List<PublishedPart> parts, List<string[]> table)
    {
        var rows = table.Where(row => !row.All(cell => cell.Trim('-', ':').Length == 0)).ToList();
        if (rows.Count > 0)
        {
            var cells = rows.SelectMany((row, index) => row.Select((cell, column) => new PublishedCell(index, column, 1, 1, cell, null, null)));
            parts.Add(new PublishedGrid(rows.Count, rows.Max(row => row.Length), [.. cells], null, null));
        }

        table.Clear();
    }
}
