namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>The columns' shares of a table's width in twips; together exactly the width.</summary>
internal static class ColumnWidths
{
    public static int[] Of(IReadOnlyList<TableColumn> columns, int width)
    {
        var total = columns.Sum(column => column.Width);
        var widths = new int[columns.Count];
        var share = 0.0;
        var edge = 0;
        for (var index = 0; index < widths.Length; index++)
        {
            share += columns[index].Width;
            var next = (int)Math.Round(width * share / total, MidpointRounding.AwayFromZero);
            widths[index] = next - edge;
            edge = next;
        }

        return widths;
    }
}
