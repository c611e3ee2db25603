using System.Globalization;

namespace FinalAccounts.Rendering.Excel;

/// <summary>Cell addresses as Excel writes them.</summary>
internal static class CellReference
{
    /// <summary>A1 for row 0, column 0.</summary>
    public static string Of(int row, int column) => Column(column) + (row + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A1:B2; a single cell stands twice.</summary>
    public static string Range(int row, int column, int rows, int columns) =>
        $"{Of(row, column)}:{Of(row + rows - 1, column + columns - 1)}";

    /// <summary>$A$1:$B$2.</summary>
    public static string Absolute(int row, int column, int rows, int columns) => string.Create(
        CultureInfo.InvariantCulture, $"${Column(column)}${row + 1}:${Column(column + columns - 1)}${row + rows}");

    /// <summary>$A:$B for the first columns.</summary>
    public static string FirstColumns(int count) => $"$A:${Column(count - 1)}";

    /// <summary>A, B … Z, AA for a zero-based column.</summary>
    public static string Column(int column)
    {
        var letters = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
