namespace FinalAccounts.Reading.Pdf;

/// <summary>The parts of all pages in reading order.</summary>
internal static class PageParts
{
    private const int WholeLine = 15;

    /// <summary>Lines and grids, without running heads, page numbers and contents; what goes on over pages is joined.</summary>
    public static IReadOnlyList<PublishedPart> Of(IReadOnlyList<ReadPage> pages)
    {
        var heads = new RunningHeads(pages.Select(page => (page.Rows, page.Published.Height)));
        var text = pages.Select(page => (Page: page, Rows: page.Rows.Where(row => !heads.Holds(row, page.Published.Height)).ToList())).ToList();
        var joiner = new ParagraphJoiner(BodySize(text.SelectMany(page => page.Rows)));
        foreach (var (page, rows) in text)
        {
            var (left, right) = Edges(page, rows);
            var places = rows.Select(row => (row.Box.Top, Row: (TextRow?)row, Grid: (PublishedGrid?)null))
                .Concat(page.Grids.Select(grid => (grid.Box!.Value.Top, Row: (TextRow?)null, Grid: (PublishedGrid?)grid)));
            foreach (var (_, row, grid) in places.OrderBy(place => place.Top))
            {
                if (grid is not null)
                {
                    joiner.Add(grid);
                }
                else
                {
                    joiner.Add(page.Published.Number, row!, left, right);
                }
            }
        }

        return ContinuedGrids.Join(joiner.Parts);
    }

    private static double BodySize(IEnumerable<TextRow> rows) =>
        rows.GroupBy(row => Math.Round(row.Size * 2) / 2).OrderByDescending(group => group.Sum(row => row.Text.Length)).FirstOrDefault()?.Key ?? 12;

    private static (double Left, double Right) Edges(ReadPage page, List<TextRow> rows)
    {
        var whole = rows.Where(row => row.Pieces.Count == 1 && row.Text.Length >= WholeLine).ToList();
        var grids = page.Grids.Select(grid => grid.Box!.Value).ToList();
        return grids.Count > 0 ? (whole.Select(row => row.Box).Concat(grids).Min(box => box.Left), whole.Select(row => row.Box).Concat(grids).Max(box => box.Right))
            : whole.Count == 0 ? (0.13 * page.Published.Width, 0.87 * page.Published.Width) : (whole.Min(row => row.Box.Left), whole.Max(row => row.Box.Right));
    }
}
