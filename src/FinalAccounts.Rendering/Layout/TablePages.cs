namespace FinalAccounts.Rendering.Layout;

/// <summary>
/// A table as it stands on its pages: the size of its type, the widths of its columns, and the parts that it is divided into
/// where it is higher or wider than a page. Of the settings that need the fewest pages the roomiest is taken; cells have less
/// room at their sides, columns of heads are narrower than their words, and words are torn, each only where that saves a page.
/// </summary>
internal static class TablePages
{
    private const double LargestType = 10.5;

    // A larger type may cost so many names a second line.
    private const int FewTorn = 2;
    private static readonly double[] Insets = [5, 4, 3, 2.2, 1.6, 1, 0.5];

    /// <summary>The pages in reading order, one where the table fits, each with the tables that stand on it: several panels of columns below each other where there is room. All have the height of their rows from the same setting.</summary>
    /// <param name="above">The height in pt of what stands above the table on its page, its frame not counted.</param>
    /// <param name="after">The height in pt of the notes below it.</param>
    public static IReadOnlyList<IReadOnlyList<Table>> Of(Table table, PageRoom room, double above, double after, double leastSize)
    {
        var (first, next) = (room.Height - above - PageRoom.Frame(table.Frame, room.Width), room.Height - room.Title((table.Title ?? "") + "（续）") - PageRoom.Frame(table.Frame, room.Width));
        var shape = new TableShape(table);
        var plans = Plans(RoomForHeads.Columns);
        if (plans.Count == 0)
        {
            return TablePlan.InPanels(shape, leastSize, Insets, room.Width, first, next, after).MinBy(plan => plan.Pages)!.Parts();
        }

        var pages = plans.Min(plan => plan.Pages);
        foreach (var heads in (RoomForHeads[])[RoomForHeads.Sides, RoomForHeads.Lines, RoomForHeads.Least])
        {
            if (pages > 1 && Plans(heads) is var lower && lower.Min(plan => plan.Pages) is var fewer && fewer < pages)
            {
                (plans, pages) = (lower, fewer);
            }
        }

        var fewest = plans.Where(plan => plan.Pages == pages).ToList();
        var torn = fewest.Min(plan => plan.Torn) + FewTorn;
        return fewest.First(plan => plan.Torn <= torn).Parts();

        List<TablePlan> Plans(RoomForHeads heads) => [.. Sizes(leastSize).Reverse().SelectMany(size => TablePlan.Of(shape, size, Insets, room.Width, first, next, after, heads))];
    }

    /// <summary>The sizes in pt that a table may take, from the least.</summary>
    public static IEnumerable<double> Sizes(double leastSize)
    {
        for (var size = leastSize; size <= Math.Max(leastSize, LargestType); size += 0.5)
        {
            yield return size;
        }
    }
}
