using System.Globalization;

namespace FinalAccounts.Import.Files;

/// <summary>A1 notation.</summary>
internal static class CellAddress
{
    /// <summary>The name of a cell from zero-based row and column.</summary>
    public static string Of(int row, int column) => ColumnName(column) + (row + 1);

    /// <summary>A, B … Z, AA ….</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }

    /// <summary>Zero-based row and column of an address, in either case of letters; null when it is none.</summary>
    public static (int Row, int Column)? Parse(ReadOnlySpan<char> address)
    {
        var (row, column, at) = (0, 0, 0);
        for (; at < address.Length && at < 3 && char.IsAsciiLetter(address[at]); at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(address[at]) - 'A' + 1);
        }

        return column > 0 && address.Length is > 1 and <= 13 && int.TryParse(address[at..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row > 0
            ? (row - 1, column - 1)
            : null;
    }

    /// <summary>A range as A1:B2; null when it is none.</summary>
    public static MergedRange? Range(string? text) =>
        text?.Split(':') is [var from, var to] && Parse(from) is { } first && Parse(to) is { } last
            ? new MergedRange(Math.Min(first.Row, last.Row), Math.Min(first.Column, last.Column), Math.Max(first.Row, last.Row), Math.Max(first.Column, last.Column))
            : null;
}
