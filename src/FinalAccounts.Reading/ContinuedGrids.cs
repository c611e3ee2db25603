namespace FinalAccounts.Reading;

/// <summary>Joins tables that go on over pages; the header that the next page repeats, and the title above it, are left out.</summary>
internal static class ContinuedGrids
{
    private const double Near = 4;
    private const int MostHeaderRows = 6;
    private const int FewestOfInnerHead = 4;

    /// <summary>The parts with continued tables joined.</summary>
    public static List<PublishedPart> Join(IReadOnlyList<PublishedPart> parts)
    {
        var joined = new List<PublishedPart>();
        foreach (var part in parts)
        {
            if (part is PublishedGrid next && Before(joined, next) is var (index, whole))
            {
                joined.RemoveRange(index + 1, joined.Count - index - 1);
                joined[index] = whole;
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    // The table that this one continues, with it: nothing stands between them but what stood above the first one as well.
    private static (int Index, PublishedGrid Whole)? Before(List<PublishedPart> joined, PublishedGrid next)
    {
        var index = joined.FindLastIndex(part => part is PublishedGrid);
        if (index < 0 || joined[index] is not PublishedGrid grid || (LastPage(grid) + 1 != next.Page && next.Page is not null) || !IsToldToGoOn(joined, index, next))
        {
            return null;
        }

        var whole = grid.FromAlignment || next.FromAlignment ? ContinuedColumns.Together(grid, next)
            : CommonEdges(grid, next) is { } edges ? Together(On(edges, grid), On(edges, next))
            : null;
        return whole is null ? null : (index, whole);
    }

    private static bool IsToldToGoOn(List<PublishedPart> joined, int index, PublishedGrid next)
    {
        var lines = joined.Skip(index + 1).OfType<PublishedLine>().ToList();
        var between = lines.ConvertAll(line => Bare(line.Text));

        // A title may stand in one line and be broken where it is said again, or the other way round.
        var above = string.Concat(joined.Take(index).Reverse().TakeWhile(part => part is PublishedLine).OfType<PublishedLine>().Take(between.Count + 4).Reverse().Select(line => Bare(line.Text)));

        // Without pages only the title tells that a table goes on.
        var told = next.Page is not null || lines.Exists(line => line.Text.Contains('续'));
        return told && between.TrueForAll(line => above.Contains(line, StringComparison.Ordinal));
    }

    private static string Bare(string text) => text.Replace("（续表）", "", StringComparison.Ordinal).Replace("（续）", "", StringComparison.Ordinal).Replace("续表", "", StringComparison.Ordinal).Trim();

    private static int? LastPage(PublishedGrid grid) => grid.Further is [.., var last] ? last.Page : grid.Page;

    // A page may lack a border that another has (a form whose rows differ); then the finer division holds for both.
    private static List<double>? CommonEdges(PublishedGrid grid, PublishedGrid next)
    {
        if (next.Page is null)
        {
            return grid.Columns == next.Columns ? [] : null;
        }

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
        if (edges.Count == 0)
        {
            return grid;
        }

        int At(double x) => Enumerable.Range(0, edges.Count).MinBy(i => Math.Abs(edges[i] - x));
        return grid with
        {
            Columns = edges.Count - 1,
            Cells = [.. grid.Cells.Select(cell => cell.Box is { } box ? cell with { Column = At(box.Left), ColumnSpan = At(box.Right) - At(box.Left) } : cell)],
        };
    }

    private static PublishedGrid Together(PublishedGrid grid, PublishedGrid next)
    {
        var repeated = Repeated(grid, next);
        var cells = grid.Cells.ToList();
        foreach (var cell in next.Cells.Where(cell => cell.Row + cell.RowSpan > repeated))
        {
            var rest = cell.Row >= repeated ? cell : cell with { Row = repeated, RowSpan = cell.Row + cell.RowSpan - repeated };
            var above = rest.Row == repeated
                ? cells.FindIndex(own => (own.Column, own.ColumnSpan) == (rest.Column, rest.ColumnSpan) && own.Row + own.RowSpan == grid.Rows && (rest.Text.Length == 0 || rest.Text == own.Text)) : -1;

            // A label over several rows goes on over the page, without its words or said again.
            if (above >= 0 && (cell.RowSpan > 1 || cells[above].RowSpan > 1))
            {
                cells[above] = cells[above] with { RowSpan = cells[above].RowSpan + rest.RowSpan };
            }
            else
            {
                cells.Add(rest with { Row = rest.Row - repeated + grid.Rows });
            }
        }

        return grid with
        {
            Rows = grid.Rows + next.Rows - repeated,
            Cells = cells,
            Further = next.Page is { } page && next.Box is { } box ? [.. grid.Further, new PlacedBox(page, box)] : grid.Further,
        };
    }

    // The rows that the next part says again: the table's head, or a head of some columns further down in it.
    private static int Repeated(PublishedGrid grid, PublishedGrid next)
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

        var first = Row(next, 0).ToList();
        var isInner = repeated == 0 && next.Rows > 1 && first.Count >= FewestOfInnerHead && first.Skip(1).All(cell => !cell.Text.Any(char.IsAsciiDigit))
            && Enumerable.Range(0, grid.Rows).Any(row => Row(grid, row).SequenceEqual(first));
        return isInner ? 1 : repeated;
    }

    private static IEnumerable<(int Column, string Text)> Row(PublishedGrid grid, int row) =>
        grid.Cells.Where(cell => cell.Row == row).Select(cell => (cell.Column, cell.Text));

    // Rows of figures that happen to be equal are no header; a row of column numbers follows one.
    private static bool IsHeader(IEnumerable<(int Column, string Text)> row) =>
        row.All(cell => !cell.Text.Contains('.')) && row.Any(cell => cell.Text.Length > 0);
}
