using System.Text.RegularExpressions;

namespace FinalAccounts.Reading.Pdf;

/// <summary>The columns of a table without rulings: what stands over each other. Amounts first, which no heading or name divides; names end where amounts begin; then what only the header knows.</summary>
internal static partial class AlignedColumns
{
    /// <summary>The columns from the left.</summary>
    /// <param name="header">The lines above the first figures.</param>
    /// <param name="body">The lines from there on.</param>
    /// <param name="counted">The line that numbers the columns (1, 2, 3 …); null for none.</param>
    public static List<(double Left, double Right)> Of(IReadOnlyList<TextRow> header, IEnumerable<TextRow> body, TextRow? counted)
    {
        var pieces = body.Where(line => line != counted).SelectMany(line => line.Pieces).ToList();
        var amounts = United(pieces.Where(piece => Amount().IsMatch(piece.Text)).Select(piece => piece.Box));

        // The words of a sum stand across the columns of code and name, dashes where an amount would.
        var names = United(pieces.Where(piece => !Amount().IsMatch(piece.Text) && !piece.Text.EndsWith('计') && !amounts.Exists(amount => piece.Box.Left > amount.Left && piece.Box.Left < amount.Right)).Select(piece => piece.Box))
            .ConvertAll(name => (name.Left, Right: amounts.Where(amount => amount.Left > name.Left && amount.Left < name.Right).Select(amount => amount.Left - 0.1).DefaultIfEmpty(name.Right).Min()));
        List<(double Left, double Right)> columns = [.. amounts, .. names];
        if (counted is not null)
        {
            columns = WithCounted(columns, amounts.Count, counted);
        }

        columns = AlignedHeadings.Over(columns, [.. header.Where(line => !IsLevels(line))], counted is not null);
        return [.. columns.OrderBy(column => column.Left)];
    }

    /// <summary>The columns that a piece stands over; the nearest one where it stands over none.</summary>
    public static (int From, int To) Span(List<(double Left, double Right)> columns, PlacedText piece)
    {
        var touched = Enumerable.Range(0, columns.Count).Where(i => IsOver(columns[i], piece.Box)).ToList();
        var nearest = touched.Count > 0 ? touched[0] : Enumerable.Range(0, columns.Count).MinBy(i => Away(columns[i], piece.Box));
        return (nearest, touched.Count > 0 ? touched[^1] : nearest);
    }

    /// <summary>Whether a line has 类, 款, 项: a code that is written whole has no columns for them.</summary>
    public static bool IsLevels(TextRow line) => line.Pieces.Any(piece => piece.Text == "类") && line.Pieces.Any(piece => piece.Text == "款");

    /// <summary>The column with what stands in it.</summary>
    public static (double Left, double Right) Wider((double Left, double Right) column, Box box) => (Math.Min(column.Left, box.Left), Math.Max(column.Right, box.Right));

    // Columns that are blank everywhere have their number; two numbers cannot mean one column: the farther one has a column of its own.
    private static List<(double Left, double Right)> WithCounted(List<(double Left, double Right)> columns, int amounts, TextRow counted)
    {
        var all = columns.ToList();
        var levels = IsLevels(counted) ? 3 : 0;
        var boxes = counted.Pieces.Skip(levels).Select(piece => (piece.Box, IsNumber: char.IsAsciiDigit(piece.Text[0]))).ToList();
        if (levels > 0)
        {
            boxes.Insert(0, (counted.Pieces.Take(levels).Select(piece => piece.Box).Aggregate((one, next) => one.With(next)), false));
        }

        if (columns.Count == 0)
        {
            return boxes.ConvertAll(one => (one.Box.Left, one.Box.Right));
        }

        foreach (var group in boxes.GroupBy(one => Enumerable.Range(0, columns.Count).MinBy(i => Away(columns[i], one.Box))))
        {
            var nearest = group.OrderBy(one => Away(columns[group.Key], one.Box)).ToList();
            var isItsOwn = group.Key < amounts || !nearest[0].IsNumber || IsOver(columns[group.Key], nearest[0].Box);
            all[group.Key] = isItsOwn ? Wider(all[group.Key], nearest[0].Box) : all[group.Key];
            all.AddRange(nearest.Skip(isItsOwn ? 1 : 0).Select(one => (one.Box.Left, one.Box.Right)));
        }

        return all;
    }

    // Pieces that stand over each other are a column.
    private static List<(double Left, double Right)> United(IEnumerable<Box> boxes)
    {
        var columns = new List<(double Left, double Right)>();
        foreach (var box in boxes.OrderBy(box => box.Left))
        {
            if (columns.Count > 0 && box.Left < columns[^1].Right)
            {
                columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, box.Right));
            }
            else
            {
                columns.Add((box.Left, box.Right));
            }
        }

        return columns;
    }

    /// <summary>Whether a piece stands over a column.</summary>
    public static bool IsOver((double Left, double Right) column, Box box) => box.Left < column.Right && box.Right > column.Left;

    /// <summary>How far a piece stands from a column; of two that it touches, from the middle.</summary>
    public static double Away((double Left, double Right) column, Box box) =>
        Math.Max(0, Math.Max(column.Left - box.Right, box.Left - column.Right)) + (0.001 * Math.Abs(column.Left + column.Right - box.Left - box.Right));

    [GeneratedRegex(@"^[-—(（]?\d[\d,]*\.\d+[)）%]?$")]
    private static partial Regex Amount();
}
