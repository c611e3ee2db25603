using System.Text.RegularExpressions;

namespace FinalAccounts.Import.Files.Formulas;

/// <summary>Formulas that a sheet stores once and uses for many cells: each has its references moved by its distance from the first.</summary>
internal sealed partial class SharedFormulas
{
    private readonly Dictionary<string, (string Text, int Row, int Column)> firsts = [];

    /// <summary>The formula of a cell; null when its first is not known.</summary>
    public string? Of(string? index, string text, int row, int column)
    {
        if (index is null)
        {
            return text.Length > 0 ? text : null;
        }

        if (text.Length > 0)
        {
            firsts[index] = (text, row, column);
            return text;
        }

        return firsts.TryGetValue(index, out var first) ? Moved(first.Text, row - first.Row, column - first.Column) : null;
    }

    private static string Moved(string text, int down, int right) => Reference().Replace(text, match =>
    {
        if (!match.Groups["column"].Success || CellAddress.Parse(match.Groups["column"].Value + match.Groups["row"].Value) is not { } at)
        {
            return match.Value;
        }

        var (fixedColumn, fixedRow) = (match.Groups["fixedColumn"].Length > 0, match.Groups["fixedRow"].Length > 0);
        var (row, column) = (fixedRow ? at.Row : at.Row + down, fixedColumn ? at.Column : at.Column + right);
        return row < 0 || column < 0 ? "#REF!" : CellAddress.Of(row, column);
    });

    // A quoted sheet name or text is passed over.
    [GeneratedRegex("'(?:[^']|'')*'|\"[^\"]*\"|(?<![\\p{L}\\p{N}_.])(?<fixedColumn>\\$?)(?<column>[A-Za-z]{1,3})(?<fixedRow>\\$?)(?<row>[0-9]{1,7})(?![\\p{L}\\p{N}_(!.])")]
    private static partial Regex Reference();
}
