using FinalAccounts.Import.Files;

namespace FinalAccounts.Import.Tables;

/// <summary>Joins a table that goes on under a second title, on the same sheet or the next one (续表): the rows below the second header follow those of the first, each keeping its own place.</summary>
internal static class ContinuedTable
{
    /// <summary>One table of all parts; the first alone, with a note, where the others say the same again; null with a Fatal finding where they say other things of the same rows.</summary>
    public static LocatedTable? Join(IReadOnlyList<LocatedTable> parts, ImportFindings findings)
    {
        var first = parts[0];
        Place[] places = [.. parts.Select(part => part.Place)];
        var known = Rows(first, Columns(first, first)).DistinctBy(row => row.Label).ToDictionary(row => row.Label, row => row.Content);
        var added = new List<(LocatedTable Part, int Row, Dictionary<int, int> Columns)>();
        var (again, contrary) = (0, 0);
        foreach (var part in parts.Skip(1))
        {
            var columns = Columns(first, part);
            foreach (var row in Rows(part, columns))
            {
                if (!known.TryGetValue(row.Label, out var content))
                {
                    known.Add(row.Label, row.Content);
                    added.Add((part, row.Row, columns));
                }
                else if (content == row.Content)
                {
                    again++;
                }
                else
                {
                    contrary++;
                    added.Add((part, row.Row, columns));
                }
            }
        }

        if (contrary > 0 && contrary * 2 > added.Count)
        {
            findings.Fatal(
                "IMP-11",
                $"{first.Label}：这张表有 {parts.Count} 份，同样的行数字不同（{contrary} 行）。请核对哪一份是本单位本年度的，{findings.Words.OneTooMany}。",
                places);
            return null;
        }

        if (added.Count == 0)
        {
            findings.Note("IMP-11", $"{first.Label}：这张表有 {parts.Count} 份，内容相同（{again} 行），取第一份。", places);
            return first;
        }

        return Joined(first, added);
    }

    private static LocatedTable Joined(LocatedTable first, List<(LocatedTable Part, int Row, Dictionary<int, int> Columns)> added)
    {
        var grid = first.Region.Grid.Part(first.Region.Bottom);
        var bottom = first.Region.Bottom;
        foreach (var (part, row, columns) in added)
        {
            grid.Append(part.Region.Grid, row, ++bottom, columns);
        }

        return LocatedTable.Of(first.Title with { Grid = grid }, first.Region with { Grid = grid, Bottom = bottom });
    }

    // The second part may begin in another column: its columns are found by its own header.
    private static Dictionary<int, int> Columns(LocatedTable first, LocatedTable part)
    {
        var shift = first.Title.Left - part.Title.Left;
        var columns = Enumerable.Range(part.Region.Left, Math.Max(0, part.Region.Right - part.Region.Left + 1))
            .Where(column => column + shift >= 0).ToDictionary(column => column, column => column + shift);
        foreach (var (own, other) in Found(first).Zip(Found(part)).SelectMany(pair => pair.First.Columns.Zip(pair.Second.Columns)))
        {
            for (var i = 0; i <= Math.Min(other.Right - other.Left, own.Right - own.Left); i++)
            {
                columns[other.Left + i] = own.Left + i;
            }
        }

        return columns;
    }

    private static List<FoundBlock> Found(LocatedTable table) => table.Header.Blocks(table.Region, table.Layout, table.Expected, new ImportFindings());

    private sealed record PartRow(int Row, string Label, string Content);

    private static IEnumerable<PartRow> Rows(LocatedTable part, Dictionary<int, int> columns)
    {
        var grid = part.Region.Grid;
        var values = Found(part).SelectMany(block => block.Values).SelectMany(column => Enumerable.Range(column.Left, column.Right - column.Left + 1)).ToHashSet();
        for (var row = part.Header.DataRow; row <= part.Region.Bottom; row++)
        {
            var cells = columns.Keys.Order().Select(column => grid.Cell(row, column)).OfType<GridCell>().ToList();
            if (cells.Count > 0)
            {
                var label = string.Join('|', cells.Where(cell => !values.Contains(cell.Column)).Select(cell => cell.Loose));
                yield return new PartRow(row, label.Length == 0 ? $"#{row}" : label, string.Join('|', cells.Select(cell => $"{columns[cell.Column]}={cell.Loose}")));
            }
        }
    }
}
