namespace FinalAccounts.Reading.Pdf;

/// <summary>A table recovered from a page, with the letters that it took.</summary>
internal sealed record FoundTable(PublishedGrid Grid, IReadOnlySet<Glyph> Taken);

/// <summary>Recovers tables from rulings: where lines meet there is a grid; a border that is not drawn merges two cells.</summary>
internal static class RuledTables
{
    private const double Touch = 3;
    private const double Open = 8;

    /// <summary>The tables of a page, from the top.</summary>
    public static List<FoundTable> Of(int page, IReadOnlyList<Glyph> glyphs, IReadOnlyList<Ruling> rulings)
    {
        var tables = new List<FoundTable>();
        foreach (var (level, upright) in Connected(rulings))
        {
            if (level.Count < 2 || upright.Count == 0 || Lattice(level, upright) is not { } lattice)
            {
                continue;
            }

            var taken = glyphs.Where(lattice.Holds).ToHashSet();
            if (taken.Count > 0)
            {
                tables.Add(new FoundTable(new CellFinder(lattice, level, upright, page).Grid(taken), taken));
            }
        }

        return [.. tables.OrderBy(table => table.Grid.Box!.Value.Top)];
    }

    private static Lattice? Lattice(List<Ruling> level, List<Ruling> upright)
    {
        var xs = Clusters(upright.Select(line => line.X1));
        var (left, right) = (level.Min(line => line.X1), level.Max(line => line.X2));

        // Forms are often open at their sides.
        if (left < xs[0] - Open)
        {
            xs.Insert(0, left);
        }

        if (right > xs[^1] + Open)
        {
            xs.Add(right);
        }

        var ys = Clusters(level.Select(line => line.Y1));
        return xs.Count < 3 || ys.Count < 2 || xs.Count > DocumentLimits.Columns ? null : new Lattice(xs, ys);
    }

    private static List<double> Clusters(IEnumerable<double> values)
    {
        var clusters = new List<(double First, double Sum, int Count)>();
        foreach (var value in values.Order())
        {
            if (clusters.Count > 0 && value - clusters[^1].First <= Touch)
            {
                clusters[^1] = (clusters[^1].First, clusters[^1].Sum + value, clusters[^1].Count + 1);
            }
            else
            {
                clusters.Add((value, value, 1));
            }
        }

        return [.. clusters.Select(cluster => cluster.Sum / cluster.Count)];
    }

    private static IEnumerable<(List<Ruling> Level, List<Ruling> Upright)> Connected(IReadOnlyList<Ruling> rulings)
    {
        var level = rulings.Where(line => line.IsLevel).OrderBy(line => line.Y1).ToList();
        var upright = rulings.Where(line => !line.IsLevel).ToList();
        var groups = new Groups(level.Count + upright.Count);
        for (var v = 0; v < upright.Count; v++)
        {
            for (var h = 0; h < level.Count; h++)
            {
                if (level[h].Y1 > upright[v].Y2 + Touch)
                {
                    break;
                }

                if (level[h].Y1 >= upright[v].Y1 - Touch && upright[v].X1 >= level[h].X1 - Touch && upright[v].X1 <= level[h].X2 + Touch)
                {
                    groups.Join(h, level.Count + v);
                }
            }
        }

        return Enumerable.Range(0, level.Count + upright.Count).GroupBy(groups.Root)
            .Select(group => (group.Where(i => i < level.Count).Select(i => level[i]).ToList(), group.Where(i => i >= level.Count).Select(i => upright[i - level.Count]).ToList()));
    }
}

/// <summary>The positions of all rulings of a table.</summary>
internal sealed record Lattice(IReadOnlyList<double> Xs, IReadOnlyList<double> Ys)
{
    public int Rows => Ys.Count - 1;

    public int Columns => Xs.Count - 1;

    public bool Holds(Glyph glyph) => glyph.Middle > Xs[0] && glyph.Middle < Xs[^1] && glyph.Height > Ys[0] && glyph.Height < Ys[^1];

    /// <summary>The elementary cell in which a letter stands, by its middle.</summary>
    public int At(Glyph glyph) => (Band(Ys, glyph.Height) * Columns) + Band(Xs, glyph.Middle);

    private static int Band(IReadOnlyList<double> edges, double value)
    {
        var band = 0;
        while (band < edges.Count - 2 && value >= edges[band + 1])
        {
            band++;
        }

        return band;
    }
}

/// <summary>Disjoint groups that grow by joining.</summary>
internal sealed class Groups(int count)
{
    private readonly int[] parents = [.. Enumerable.Range(0, count)];

    public int Root(int member)
    {
        while (parents[member] != member)
        {
            member = parents[member] = parents[parents[member]];
        }

        return member;
    }

    public void Join(int a, int b) => parents[Root(Math.Max(a, b))] = Root(Math.Min(a, b));
}
