using System.Text;
using System.Text.RegularExpressions;

namespace FinalAccounts.Import.Files;

/// <summary>Reads a text file of separated values as one sheet: UTF-8, UTF-16 or GB18030; commas, tabs or semicolons. All cells are text.</summary>
internal static partial class CsvSheet
{
    static CsvSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The one sheet, called like the file.</summary>
    public static IReadOnlyList<SheetGrid> Read(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        var text = Text(file.Content.Span).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var grid = new SheetGrid(file.Name, Path.GetFileNameWithoutExtension(file.Name), hidden: false);
        var fill = new GridFill(grid, findings);
        var row = -1;
        foreach (var fields in CsvText.Rows(text, Separator(text)))
        {
            cancellation.ThrowIfCancellationRequested();
            row++;
            for (var column = 0; column < fields.Count; column++)
            {
                if (Cell(fields[column], row, column) is { } cell && !fill.Add(cell))
                {
                    return [grid];
                }
            }
        }

        return [grid];
    }

    /// <summary>The file's text. Offices save CSV from Excel in GB18030 unless told otherwise.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes[2..]);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030").GetString(bytes);
        }
    }

    // The separator that the first lines have most of; a comma inside a number like 1,234.56 is quoted.
    private static char Separator(string text)
    {
        var head = Quoted().Replace(text[..Math.Min(text.Length, 8_192)], "");
        return "\t;,".MaxBy(separator => head.Count(c => c == separator));
    }

    // ="0012" is how a program keeps Excel from dropping zeros.
    private static GridCell? Cell(string field, int row, int column)
    {
        var text = field.StartsWith("=\"", StringComparison.Ordinal) && field.EndsWith('"') && field.Length > 2 ? field[2..^1] : field;
        return string.IsNullOrWhiteSpace(text) ? null
            : text.Length > XlsxText.CellCharacters ? throw new SheetException("一格的文字超过 32,767 个字")
            : FigureErrors.IsError(text.Trim()) ? new GridCell(row, column, null, null, text.Trim())
            : new GridCell(row, column, text, null, null);
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
