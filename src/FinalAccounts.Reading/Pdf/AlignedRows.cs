namespace FinalAccounts.Reading.Pdf;

/// <summary>Rows of a table without rulings, out of its lines of text: the lines of a wrapped cell stand closer than rows do, and no row has two lines of figures.</summary>
internal static class AlignedRows
{
    // Leading of office fonts; rows have the margins of their cells besides.
    private const double Leading = 1.5;
    private const double Shaky = 1.08;

    /// <summary>The rows from the top, each with its lines.</summary>
    /// <param name="all">All lines of the table, header included: how close the lines of a cell stand shows there as well.</param>
    /// <param name="isAnchor">Whether figures stand on a line: each row has one such line at most.</param>
    public static List<List<TextRow>> Of(List<TextRow> all, List<TextRow> lines, Func<TextRow, bool> isAnchor)
    {
        var closest = all.SelectMany((line, index) => all.Skip(index + 1).Take(6).Where(next => Apart(line, next) > 0.8 * line.Size && IsBelow(line, next)).Select(next => Apart(line, next))).DefaultIfEmpty(0).Min();
        var rows = lines.ConvertAll(line => new List<TextRow> { line });

        // The closest first, so that a line between two rows falls to its own.
        foreach (var (above, below) in lines.Zip(lines.Skip(1)).OrderBy(pair => Apart(pair.First, pair.Second)))
        {
            var at = rows.FindIndex(row => row[^1] == above);
            if (Apart(above, below) <= Math.Min(Leading * below.Size, Shaky * closest) && !(rows[at].Exists(line => isAnchor(line)) && rows[at + 1].Exists(line => isAnchor(line))))
            {
                rows[at].AddRange(rows[at + 1]);
                rows.RemoveAt(at + 1);
            }
        }

        return rows;
    }

    /// <summary>Whether a line may be the next of the same cell.</summary>
    public static bool IsWrapped(TextRow before, TextRow line) => Apart(before, line) <= Leading * line.Size;

    private static bool IsBelow(TextRow line, TextRow next) => next.Pieces.Any(piece => line.Pieces.Any(over => piece.Box.Left < over.Box.Right && piece.Box.Right > over.Box.Left));

    private static double Apart(TextRow above, TextRow below) => (below.Box.Top + below.Box.Bottom - above.Box.Top - above.Box.Bottom) / 2;
}
