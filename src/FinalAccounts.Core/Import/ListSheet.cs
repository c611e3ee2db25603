using FinalAccounts.Import.Files;

namespace FinalAccounts.Import;

/// <summary>A plain list that people hand in (of units, say): the first visible sheet of a workbook, or a CSV file in UTF-8 or GB18030, as rows of text.</summary>
/// <param name="Rows">Rows with content, in order.</param>
public sealed record ListSheet(IReadOnlyList<IReadOnlyList<ListCell>> Rows)
{
    /// <summary>Reads the file; no value when it cannot be understood.</summary>
    public static Result<ListSheet> Read(ImportFile file, CancellationToken cancellation)
    {
        var findings = new ImportFindings();
        var span = file.Content.Span;
        var isWorkbook = span.StartsWith("PK"u8) || span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
        var rows = isWorkbook ? Workbook(file, findings, cancellation) : Csv(file, findings);
        return new Result<ListSheet>(findings.AnyFatal || rows is null ? null : new ListSheet(rows), findings.All);
    }

    private static List<IReadOnlyList<ListCell>>? Workbook(ImportFile file, ImportFindings findings, CancellationToken cancellation) =>
        GridReader.Read(file, findings, cancellation)?.FirstOrDefault(grid => !grid.Hidden && grid.LastRow >= 0) is { } sheet
            ? [.. sheet.Cells.GroupBy(cell => cell.Row).Select(row => (IReadOnlyList<ListCell>)[.. row.Select(cell => new ListCell(cell.Column, cell.Display.Trim(), sheet.Place(cell)))])]
            : [];

    private static List<IReadOnlyList<ListCell>>? Csv(ImportFile file, ImportFindings findings)
    {
        if (file.Content.Length > ImportLimits.FileBytes)
        {
            findings.Fatal("IMP-01", $"文件超过 {ImportLimits.FileBytes / 1048576} MB 的上限。", new Place(file.Name));
            return null;
        }

        var rows = new List<IReadOnlyList<ListCell>>();
        var line = 0;
        foreach (var fields in CsvText.Rows(CsvSheet.Text(file.Content.Span)))
        {
            line++;
            List<ListCell> cells = [.. fields.Select((text, i) => new ListCell(i, text.Trim(), new Place(file.Name, Line: line, Column: i + 1))).Where(cell => cell.Text.Length > 0)];
            if (cells.Count > 0)
            {
                rows.Add(cells);
            }

            if (rows.Count > ImportLimits.FilledRows)
            {
                findings.Fatal("IMP-06", $"超过 {ImportLimits.FilledRows} 行。请分成几个文件。", new Place(file.Name, Line: line));
                return null;
            }
        }

        return rows;
    }
}

/// <summary>A cell of a list with its content.</summary>
/// <param name="Column">Zero-based.</param>
/// <param name="Text">Trimmed.</param>
public sealed record ListCell(int Column, string Text, Place Place);
