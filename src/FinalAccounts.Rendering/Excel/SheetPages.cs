namespace FinalAccounts.Rendering.Excel;

/// <summary>Over how many pages beside each other a sheet is printed, so that its type stays readable.</summary>
/// <param name="Wide">1 where the table fits a page.</param>
/// <param name="Names">The columns that name the rows and stand on every page; 0 where the table fits a page.</param>
/// <param name="First">How many columns stand on the first page.</param>
internal sealed record SheetPages(int Wide, int Names, int First)
{
    // Of the type's size: 10 pt are printed as 8 at the least.
    private const double LeastScale = 0.8;

    // Of a page: wider names would leave no room for figures.
    private const double MostForNames = 0.5;

    /// <summary>The pages of a table with columns of these widths.</summary>
    /// <param name="characters">Across a page.</param>
    public static SheetPages Of(IReadOnlyList<TableColumn> columns, IReadOnlyList<double> widths, double characters)
    {
        var room = characters / LeastScale;
        if (widths.Sum() <= room)
        {
            return new SheetPages(1, 0, widths.Count);
        }

        var names = columns.TakeWhile(column => column.Align != CellAlign.Right).Count();
        names = names < columns.Count && widths.Take(names).Sum() <= room * MostForNames ? names : 0;
        var (pages, used, first) = (1, 0.0, widths.Count);
        for (var column = 0; column < widths.Count; column++)
        {
            if (used + widths[column] > room && column > names)
            {
                first = pages == 1 ? column : first;
                pages++;
                used = widths.Take(names).Sum();
            }

            used += widths[column];
        }

        return new SheetPages(pages, names, first);
    }
}
