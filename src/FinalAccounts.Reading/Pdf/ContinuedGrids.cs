namespace FinalAccounts.Reading.Pdf;

/// <summary>Joins tables that go on over pages; the header that the next page repeats, and the title above it, are left out.</summary>
internal static class ContinuedGrids
{
    private const double Near = 4;
    private const int MostHeaderRows = 6;

    /// <summary>The parts with continued tables joined.</summary>
    public static List<PublishedPart> Join(IReadOnlyList<PublishedPart> parts)
    {
        var joined = new List<PublishedPart>();
        foreach (var part in parts)
        {
            if (part is PublishedGrid next && Before(joined, next) is { } found)
            {
                var (index, grid, edges) = found;
                joined.RemoveRange(index + 1, joined.Count - index - 1);
                joined[index] = Together(On(edges, grid), On(edges, next));
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    // The table that this one continues: nothing stands between them but what stood above the first one as well.
    private static (int Index, PublishedGrid Grid, List<double> Edges)? Before(List<PublishedPart> joined, PublishedGrid next)
    {
        var index = joined.FindLastIndex(part => part is PublishedGrid);
        if (index < 0 || joined[index] is not PublishedGrid grid || LastPage(grid) + 1 != next.Page || next.FromAlignment || CommonEdges(grid, next) is not { } edges)
        {
            return null;
        }

        var between = joined.Skip(index + 1).OfType<PublishedLine>().Select(line => Bare(line.Text)).ToList();
        var above = joined.Take(index).Reverse().TakeWhile(part => part is PublishedLine).OfType<PublishedLine>().Take(between.Count + 4).Select(line => Bare(line.Text)).ToList();
        return between.TrueForAll(above.Contains) ? (index, grid, edges) : null;
    }

    private static string Bare(string text) => text.Replace("（续表）", "", StringComparison.Ordinal).Replace("（续）", "", StringComparison.Ordinal).Replace("续表", "", StringComparison.Ordinal).Trim();

    private static int? LastPage(PublishedGrid grid) => grid.Further is [.., var last] ? last.Page : grid.Page;

    // A page may lack a border that another has (a form whose rows differ); then the finer division holds for both.
    private static List<double>? CommonEdges(PublishedGrid grid, PublishedGrid next)
    {
        var (own, others) = (Edges(grid), Edges(next));
        if (own.Count < 3 || others.Count < 3 || Math.Abs(own[0] - others[0]) > Near || Math.Abs(own[^1] - others[^1]) > Near)
        {
            return null;
        }

        var fine = own.Count >= others.Count ? own : others;
        return own.Concat(others).All(edge => fine.Exists(at => Math.Abs(at - edge) <= Near)) ? fine : null;
    }

    private static List<double> Edges(PublishedGrid grid)
    {
        var edges = new double?[grid.Columns + 1];
        foreach (var cell in grid.Cells.Where(cell => cell.Box is not null))
        {
            edges[cell.Column] ??= cell.Box!.Value.Left;
            edges[cell.Column + cell.ColumnSpan] ??= cell.Box!.Value.Right;
        }

        return [.. edges.OfType<double>()];
    }

    private static PublishedGrid On(List<double> edges, PublishedGrid grid)
    {
        int At(double x) => Enumerable.Range(0, edges.Count).MinBy(i => Math.Abs(edges[i] - x));
        return grid with
        {
            Columns = edges.Count - 1,
            Cells = [.. grid.Cells.Select(cell => cell.Box is { } box ? cell with { Column = At(box.Left), ColumnSpan = At(box.Right) - At(box.Left) } : cell)],
        };
    }

    private static PublishedGrid Together(PublishedGrid grid, PublishedGrid next)
    {
        var repeated = 0;
        for (var rows = 1; rows <= Math.Min(MostHeaderRows, Math.Min(grid.Rows, next.Rows) - 1); rows++)
        {
            if (!Row(grid, rows - 1).SequenceEqual(Row(next, rows - 1)) || !IsHeader(Row(next, rows - 1)))
            {
                break;
            }

            repeated = rows;
        }

        var cells = grid.Cells.ToList();
        foreach (var cell in next.Cells.Where(cell => cell.Row >= repeated))
        {
            var above = cell.Row == repeated && cell.Text.Length == 0
                ? cells.FindIndex(own => (own.Column, own.ColumnSpan) == (cell.Column, cell.ColumnSpan) && own.Row + own.RowSpan == grid.Rows) : -1;

            // A label over several rows goes on over the page without its words.
            if (above >= 0 && (cell.RowSpan > 1 || cells[above].RowSpan > 1))
            {
                cells[above] = cells[above] with { RowSpan = cells[above].RowSpan + cell.RowSpan };
            }
            else
            {
                cells.Add(cell with { Row = cell.Row - repeated + grid.Rows });
            }
        }

        return grid with
        {
            Rows = grid.Rows + next.Rows - repeated,
            Cells = cells,
            Further = [.. grid.Further, new PlacedBox(next.Page!.Value, next.Box!.Value)],
        };
    }

    private static IEnumerable<(int Column, string Text)> Row(PublishedGrid grid, int row) =>
        grid.Cells.Where(cell => cell.Row == row).Select(cell => (cell.Column, cell.Text));

    // Rows of figures that happen to be equal are no header; a row of column numbers follows one.
    private static bool IsHeader(IEnumerable<(int Column, string Text)> row) =>
        row.All(cell => !cell.Text.Contains('.')) && row.Any(cell => cell.Text.Length > 0);
}
