namespace FinalAccounts.Import.Files;

/// <summary>A1 notation.</summary>
internal static class CellAddress
{
    /// <summary>The name of a cell from zero-based row and column.</summary>
    public static string Of(int row, int column) => ColumnName(column) + (row + 1);

    /// <summary>The name of a range: C7:C8.</summary>
    public static string Of(MergedRange range) => $"{Of(range.Top, range.Left)}:{Of(range.Bottom, range.Right)}";

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

    /// <summary>The zero-based column of an address; null when it has none.</summary>
    public static int? Column(string? address)
    {
        var column = 0;
        foreach (var c in address ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > 20_000)
            {
                break;
            }

            column = (column * 26) + (c - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
