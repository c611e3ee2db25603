namespace FinalAccounts.Reading.Pdf;

/// <summary>Finds the cells of one ruled table and their text.</summary>
internal sealed class CellFinder(Lattice lattice, List<Ruling> level, List<Ruling> upright, int page)
{
    private const double Near = 3.5;
    private const double Drawn = 0.5;

    public PublishedGrid Grid(IReadOnlySet<Glyph> glyphs)
    {
        var texts = glyphs.GroupBy(lattice.At).ToDictionary(group => group.Key, group => group.ToList());
        var cells = Cells().Select(cell => Filled(cell, texts)).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToList();
        var box = new Box(lattice.Xs[0], lattice.Ys[0], lattice.Xs[^1], lattice.Ys[^1]);
        return new PublishedGrid(lattice.Rows, lattice.Columns, cells, page, box);
    }

    private PublishedCell Filled((int Row, int Column, int RowSpan, int ColumnSpan, bool Doubtful) cell, Dictionary<int, List<Glyph>> texts)
    {
        var own = new List<Glyph>();
        for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
        {
            for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
            {
                own.AddRange(texts.GetValueOrDefault((row * lattice.Columns) + column) ?? []);
            }
        }

        var box = new Box(lattice.Xs[cell.Column], lattice.Ys[cell.Row], lattice.Xs[cell.Column + cell.ColumnSpan], lattice.Ys[cell.Row + cell.RowSpan]);
        return new PublishedCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, TextRows.Joined(own), page, box, cell.Doubtful);
    }

    private IEnumerable<(int Row, int Column, int RowSpan, int ColumnSpan, bool Doubtful)> Cells()
    {
        var (rows, columns) = (lattice.Rows, lattice.Columns);
        var groups = new Groups(rows * columns);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (column + 1 < columns && !IsDrawn(upright, lattice.Xs[column + 1], lattice.Ys[row], lattice.Ys[row + 1], false))
                {
                    groups.Join((row * columns) + column, (row * columns) + column + 1);
                }

                if (row + 1 < rows && !IsDrawn(level, lattice.Ys[row + 1], lattice.Xs[column], lattice.Xs[column + 1], true))
                {
                    groups.Join((row * columns) + column, ((row + 1) * columns) + column);
                }
            }
        }

        foreach (var group in Enumerable.Range(0, rows * columns).GroupBy(groups.Root))
        {
            var members = group.ToList();
            var (top, bottom) = (members.Min(i => i / columns), members.Max(i => i / columns));
            var (left, right) = (members.Min(i => i % columns), members.Max(i => i % columns));
            if ((bottom - top + 1) * (right - left + 1) == members.Count)
            {
                yield return (top, left, bottom - top + 1, right - left + 1, false);
                continue;
            }

            // Not a rectangle: a border is missing that should be there. Each row is taken for itself.
            foreach (var run in members.GroupBy(i => i / columns))
            {
                foreach (var (from, to) in Runs(run.Select(i => i % columns).Order()))
                {
                    yield return (run.Key, from, 1, to - from + 1, true);
                }
            }
        }
    }

    private static IEnumerable<(int From, int To)> Runs(IEnumerable<int> sorted)
    {
        var (from, to) = (-1, -2);
        foreach (var at in sorted)
        {
            if (at == to + 1)
            {
                to = at;
                continue;
            }

            if (from >= 0)
            {
                yield return (from, to);
            }

            (from, to) = (at, at);
        }

        yield return (from, to);
    }

    private static bool IsDrawn(List<Ruling> lines, double at, double from, double to, bool isLevel)
    {
        var covered = 0.0;
        foreach (var line in lines)
        {
            var (position, start, end) = isLevel ? (line.Y1, line.X1, line.X2) : (line.X1, line.Y1, line.Y2);
            if (Math.Abs(position - at) <= Near)
            {
                covered += Math.Max(0, Math.Min(end, to) - Math.Max(start, from));
            }
        }

        return covered >= Drawn * (to - from);
    }
}
