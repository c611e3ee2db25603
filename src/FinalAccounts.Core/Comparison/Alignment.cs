namespace FinalAccounts.Comparison;

/// <summary>Which item of one list answers to which of another, in order: the pairs with the greatest likeness in all.</summary>
internal static class Alignment
{
    /// <summary>All items of both lists in order: pairs, and items that stand alone (the other index is -1). Before a pair, what is gone comes before what is new.</summary>
    /// <param name="before">How many items the earlier list has.</param>
    /// <param name="after">How many items the later list has.</param>
    /// <param name="likeness">Of an earlier and a later item, above 0; 0 when they cannot be a pair. At least <see cref="Same"/> when they are the same.</param>
    public static IReadOnlyList<(int Before, int After)> Of(int before, int after, Func<int, int, double> likeness, CancellationToken cancellation)
    {
        var head = 0;
        while (head < before && head < after && likeness(head, head) >= Same)
        {
            head++;
        }

        var tail = 0;
        while (tail < before - head && tail < after - head && likeness(before - 1 - tail, after - 1 - tail) >= Same)
        {
            tail++;
        }

        var pairs = new List<(int, int)>(Math.Max(before, after));
        pairs.AddRange(Enumerable.Range(0, head).Select(i => (i, i)));
        pairs.AddRange(Middle(head, before - head - tail, after - head - tail, likeness, cancellation));
        pairs.AddRange(Enumerable.Range(0, tail).Select(i => (before - tail + i, after - tail + i)));
        return pairs;
    }

    /// <summary>The likeness of items that say the same.</summary>
    public const double Same = 2;

    private static List<(int, int)> Middle(int head, int before, int after, Func<int, int, double> likeness, CancellationToken cancellation)
    {
        // best[i, j]: the greatest likeness of the items from i and j on.
        var best = new double[before + 1, after + 1];
        var like = new double[before, after];
        for (var i = before - 1; i >= 0; i--)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var j = after - 1; j >= 0; j--)
            {
                like[i, j] = likeness(head + i, head + j);
                var alone = Math.Max(best[i + 1, j], best[i, j + 1]);
                best[i, j] = like[i, j] > 0 ? Math.Max(alone, best[i + 1, j + 1] + like[i, j]) : alone;
            }
        }

        return Walk(best, like, head);
    }

    private static List<(int, int)> Walk(double[,] best, double[,] like, int head)
    {
        var pairs = new List<(int, int)>();
        var (before, after) = (like.GetLength(0), like.GetLength(1));
        var (i, j) = (0, 0);
        while (i < before || j < after)
        {
            if (i < before && j < after && like[i, j] > 0 && best[i, j] == best[i + 1, j + 1] + like[i, j])
            {
                pairs.Add((head + i++, head + j++));
            }
            else if (i < before && (j == after || best[i + 1, j] >= best[i, j + 1]))
            {
                pairs.Add((head + i++, -1));
            }
            else
            {
                pairs.Add((-1, head + j++));
            }
        }

        return pairs;
    }
}
