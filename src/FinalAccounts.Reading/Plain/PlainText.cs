using System.Buffers;
using System.Text;

namespace FinalAccounts.Reading.Plain;

/// <summary>Text and Markdown: a line is a paragraph; rows of | … |, and rows divided by as many tabs as the next, are a table.</summary>
internal static class PlainText
{
    private const string Chinese = "GB18030";
    private const int ShortestCut = 20;
    private const string Ends = "。！？…：；.!?:;|";
    private static readonly SearchValues<char> Marks = SearchValues.Create("，。；");

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
            var row = TextFolding.Fold(raw.TrimEnd('\r'));
            var line = row.Trim();
            if ((line.Length > 1 && line[0] == '|') || row.Contains('\t'))
            {
                var cells = line[..Math.Min(1, line.Length)] == "|" ? line.Trim('|').Split('|') : row.Split('\t');
                if (table.Count > 0 && table[^1].Length != cells.Length)
                {
                    Close(parts, table);
                }

                table.Add([.. cells.Select(cell => cell.Trim())]);
                continue;
            }

            Close(parts, table);
            line = Bullet(line);
            if (line.Length == 0 || HeadingPattern.IsContentsEntry(line) || HeadingPattern.IsContentsTitle(line))
            {
                continue;
            }

            var marks = line.TakeWhile(c => c == '#').Count();
            line = line.TrimStart('#').Trim();
            var level = marks > 0 ? Math.Min(marks, 6) : HeadingPattern.Level(line);
            if (level == 0 && parts is [.., PublishedLine { Kind: LineKind.Paragraph } cut] && GoesOn(cut.Text, line))
            {
                parts[^1] = cut with { Text = TextFolding.Join(cut.Text, line) };
            }
            else if (line.Length > 0)
            {
                parts.Add(new PublishedLine(line, level > 0 ? LineKind.Heading : LineKind.Paragraph, level, null, null));
            }
        }

        Close(parts, table);
        return new PublishedDocument(file, [], parts, []);
    }

    // Text taken from pages breaks off where the page did: …提升预算绩效管理水 / 平。编制预算时….
    private static bool GoesOn(string cut, string next) =>
        cut.Length >= ShortestCut && !Ends.Contains(cut[^1]) && cut.AsSpan().IndexOfAny(Marks) >= 0
        && next.AsSpan().IndexOfAny(Marks) >= 0 && !char.IsAsciiDigit(next[0]) && !HeadingPattern.Opens(next);

    // Markdown's mark of a list is no part of what an office numbers itself: - 6、….
    private static string Bullet(string line) => line.Length > 2 && line[0] is '-' or '*' or '+' && line[1] == ' ' ? line[2..].TrimStart() : line;

    private static void Close(List<PublishedPart> parts, List<string[]> table)
    {
        var rows = table.Where(row => !row.All(cell => cell.Length > 0 && cell.Trim('-', ':').Length == 0)).ToList();
        if (rows is [var only])
        {
            // One row by itself is a line with blanks in it: 部门：… 金额单位：万元.
            parts.Add(new PublishedLine(string.Join('\t', only.Where(cell => cell.Length > 0)), LineKind.Caption, 0, null, null));
        }
        else if (rows.Count > 0)
        {
            var cells = rows.SelectMany((row, index) => row.Select((cell, column) => new PublishedCell(index, column, 1, 1, cell, null, null)));
            parts.Add(new PublishedGrid(rows.Count, rows.Max(row => row.Length), [.. cells], null, null));
        }

        table.Clear();
    }
}
