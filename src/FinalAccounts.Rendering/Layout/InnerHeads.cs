namespace FinalAccounts.Rendering.Layout;

/// <summary>The rows of a form that head the columns below them (一级指标 … 得分): they are said again where the form goes over a page.</summary>
internal static class InnerHeads
{
    private const int FewestCells = 3;

    /// <summary>For each row of a body the row that heads it; null where none does.</summary>
    public static int?[] Of(TableGrid body)
    {
        var heads = new int?[body.Rows];
        var own = body.Cells.ToLookup(placed => placed.Row);
        int? head = null;
        for (var row = 0; row < body.Rows; row++)
        {
            var cells = own[row].ToList();
            if (IsHead(cells))
            {
                head = row;
                continue;
            }

            if (head is { } above && !Fits(body, row, above))
            {
                head = null;
            }

            heads[row] = head;
        }

        return heads;
    }

    // A head stands beside a label that spans what it heads.
    private static bool IsHead(List<PlacedCell> cells) =>
        cells.Where(placed => placed.Cell.RowSpan == 1).ToList() is { Count: >= FewestCells } own && own.TrueForAll(placed => placed.Cell.Header);

    // The columns of the row are those of the head.
    private static bool Fits(TableGrid body, int row, int head)
    {
        var starts = body.Cells.Where(placed => Covers(placed, row)).Select(placed => placed.Column).ToHashSet();
        return body.Cells.Where(placed => Covers(placed, head)).All(placed => starts.Contains(placed.Column));
    }

    private static bool Covers(PlacedCell placed, int row) => placed.Row <= row && row < placed.Row + placed.Cell.RowSpan;
}
