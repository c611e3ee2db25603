namespace FinalAccounts.Reading.Pdf;

/// <summary>Gives the headings of a table without rulings to its columns: a heading in the middle of a wide column stands beside figures at its right edge and names at its left one, not over them.</summary>
internal static class AlignedHeadings
{
    /// <summary>The columns, each as wide as its heading. One that is blank everywhere is added where only its heading tells of it.</summary>
    /// <param name="header">The lines above the first figures, from the top.</param>
    /// <param name="isCounted">The columns are numbered: there are no others.</param>
    public static List<(double Left, double Right)> Over(IReadOnlyList<(double Left, double Right)> found, IReadOnlyList<TextRow> header, bool isCounted)
    {
        var pieces = header.SelectMany(line => line.Pieces).Select(piece => piece.Box).ToList();
        var columns = found.ToList();
        var headed = columns.ConvertAll(_ => false);

        // From the bottom: what stands above a heading is its first line, or goes over others as well.
        foreach (var line in header.Reverse())
        {
            for (var index = 0; index < columns.Count; index++)
            {
                headed[index] |= line.Pieces.Any(piece => AlignedColumns.IsOver(columns[index], piece.Box));
            }

            var alone = line.Pieces.Select(piece => piece.Box).Where(piece => !columns.Exists(column => AlignedColumns.IsOver(column, piece)));
            foreach (var piece in alone.OrderBy(piece => columns.Select(column => AlignedColumns.Away(column, piece)).DefaultIfEmpty(0).Min()).ToList())
            {
                if (Beside(columns, headed, piece) is { } at && !pieces.Exists(other => IsBetween(columns[at], piece, other)))
                {
                    (columns[at], headed[at]) = (AlignedColumns.Wider(columns[at], piece), true);
                }
                else if (!isCounted)
                {
                    columns.Add((piece.Left, piece.Right));
                    headed.Add(true);
                }
            }
        }

        return columns;
    }

    // The nearer one of the two columns beside it that has no heading yet.
    private static int? Beside(List<(double Left, double Right)> columns, List<bool> headed, Box piece) =>
        Enumerable.Range(0, columns.Count).OrderBy(i => AlignedColumns.Away(columns[i], piece)).GroupBy(i => columns[i].Right <= piece.Left)
            .Select(side => side.First()).Where(i => !headed[i]).Select(i => (int?)i).FirstOrDefault();

    // A heading of a column that is blank everywhere.
    private static bool IsBetween((double Left, double Right) column, Box piece, Box other) =>
        (other.Left >= column.Right && other.Right <= piece.Left) || (other.Left >= piece.Right && other.Right <= column.Left);
}
