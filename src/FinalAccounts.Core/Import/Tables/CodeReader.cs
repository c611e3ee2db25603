using FinalAccounts.Import.Files;

namespace FinalAccounts.Import.Tables;

/// <summary>Reads subject codes, functional or economic: whole in one cell, as 201 | 03 | 01, cumulative, or only the row's own part in its own column; a cell merged downwards counts for all its rows.</summary>
internal sealed class CodeReader(TableSheet sheet, FoundBlock block)
{
    private string last = "";

    /// <summary>The cells with content in the code columns of a row.</summary>
    public List<GridCell> Cells(int row) => block.Code is not { } code
        ? []
        : [.. Enumerable.Range(code.Left, code.Right - code.Left + 1).Select(column => Cell(row, column)).OfType<GridCell>().Distinct()];

    /// <summary>Whether these cells hold a code and nothing else.</summary>
    public static bool IsCode(List<GridCell> cells) => cells.Count > 0 && cells.TrueForAll(cell => Digits(cell).Length > 0 && Digits(cell).All(char.IsAsciiDigit));

    /// <summary>The code; null when a part alone has no row above to belong to.</summary>
    public string? Read(List<GridCell> cells)
    {
        var code = Joined(cells);
        last = code ?? last;
        return code;
    }

    private string? Joined(List<GridCell> cells)
    {
        var texts = cells.ConvertAll(Digits);
        if (texts.Count > 1)
        {
            var cumulative = texts.Zip(texts.Skip(1)).All(pair => pair.Second.Length > pair.First.Length && pair.Second.StartsWith(pair.First, StringComparison.Ordinal));
            return cumulative ? texts[^1] : string.Concat(texts.Select((text, i) => i > 0 && text.Length == 1 ? "0" + text : text));
        }

        var depth = cells[0].Column - block.Code!.Left;
        if (texts[0].Length > 2 || depth is not (1 or 2))
        {
            return texts[0];
        }

        var prefix = (depth * 2) + 1;
        return last.Length >= prefix ? last[..prefix] + texts[0].PadLeft(2, '0') : null;
    }

    // A label merged over several columns is one cell; of a cell merged downwards each row has the value.
    private GridCell? Cell(int row, int column) =>
        sheet.Cell(row, column) ?? (sheet.Grid.MergedAt(row, column) is { } range && range.Left == range.Right && range.Top >= sheet.DataRow
            ? sheet.Cell(range.Top, range.Left) : null);

    // 201-03-01, 201.03.01 and 201 03 01 are written as well.
    private static string Digits(GridCell cell) => string.Concat(cell.Loose.Where(c => c is not ('.' or '-' or '·' or '/')));
}
