namespace FinalAccounts.Rendering.Layout;

/// <summary>Where the rows of a table go on to the next page.</summary>
/// <param name="Heights">Of each row, in pt.</param>
/// <param name="Costs">How much it hurts to begin a page with a row: 0 not at all, 1 as much as a page left empty; infinite for never.</param>
/// <param name="First">The room in pt on the first page.</param>
/// <param name="Next">The room in pt on every further page.</param>
/// <param name="After">The height in pt of what stands below the table and stays with its last rows.</param>
internal sealed record RowBreaks(IReadOnlyList<double> Heights, IReadOnlyList<double> Costs, double First, double Next, double After)
{
    // A last page holds at least so much, or it looks forgotten.
    private const double LeastTail = 0.2;
    private const double MostEmpty = 0.35;

    /// <summary>The rows that begin a page; the first is 0.</summary>
    /// <param name="balanced">Whether the last page has to hold some rows more; not where other columns of the same rows stand on it too.</param>
    public IReadOnlyList<int> Starts(bool balanced = true)
    {
        var (nice, full) = (Divided(MostEmpty), Divided(0));
        var starts = nice.Count > full.Count ? full : nice;
        if (balanced)
        {
            Balance(starts);
        }

        return starts;
    }

    private List<int> Divided(double mostEmpty)
    {
        var starts = new List<int> { 0 };
        while (End(starts[^1], starts.Count == 1 ? First : Next, mostEmpty) is var end && end < Heights.Count)
        {
            starts.Add(end);
        }

        return starts;
    }

    private int End(int start, double room, double mostEmpty)
    {
        var (used, end) = (0.0, start);
        while (end < Heights.Count && used + Heights[end] + (end == Heights.Count - 1 ? After : 0) <= room)
        {
            used += Heights[end++];
        }

        if (end == Heights.Count)
        {
            return end;
        }

        var (best, least) = (Math.Max(end, start + 1), double.PositiveInfinity);
        var empty = room - used;
        for (var row = end; row > start && (empty < room * mostEmpty || double.IsPositiveInfinity(least)); row--)
        {
            var cost = Costs[row] + (empty / room);
            (best, least) = cost < least ? (row, cost) : (best, least);
            empty += Heights[row - 1];
        }

        return best;
    }

    private void Balance(List<int> starts)
    {
        if (starts.Count < 2)
        {
            return;
        }

        var previous = starts[^2];
        var row = starts[^1];
        var tail = After;
        for (var i = row; i < Heights.Count; i++)
        {
            tail += Heights[i];
        }

        while (row > previous + 1 && (tail < Next * LeastTail || double.IsPositiveInfinity(Costs[row])))
        {
            tail += Heights[--row];
        }

        starts[^1] = row;
    }
}
