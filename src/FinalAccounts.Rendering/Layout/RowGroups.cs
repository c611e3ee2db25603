namespace FinalAccounts.Rendering.Layout;

/// <summary>Rows that parts of them follow: 类 before its 款, 款 before its 项.</summary>
internal static class RowGroups
{
    /// <summary>Whether the next row is a part of this one: its code goes on where this one's ends, or its name stands further in.</summary>
    public static bool Begins(IReadOnlyList<TableRow> rows, int row)
    {
        if (row + 1 >= rows.Count)
        {
            return false;
        }

        var (own, next) = (rows[row], rows[row + 1]);
        return (own.Key is { Length: > 0 } code && next.Key is { } below && below.Length > code.Length && below.StartsWith(code, StringComparison.Ordinal))
            || (!own.Total && Indent(next) > Indent(own));
    }

    private static int Indent(TableRow row) => row.Cells.Select(cell => cell.Indent).DefaultIfEmpty().Max();
}
