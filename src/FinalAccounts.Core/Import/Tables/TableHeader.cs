using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>A column found: what it is, and which columns of the sheet it takes.</summary>
internal sealed record FoundColumn(ExpectedColumn Expected, int Left, int Right);

/// <summary>Columns found side by side; several blocks where the layout has several.</summary>
internal sealed record FoundBlock(IReadOnlyList<FoundColumn> Columns)
{
    public int Left => Columns.Min(column => column.Left);

    public int Right => Columns.Max(column => column.Right);

    public FoundColumn? Code => Columns.FirstOrDefault(column => column.Expected.Role == ColumnRole.Code);

    public FoundColumn? Name => Columns.FirstOrDefault(column => column.Expected.Role == ColumnRole.Name);

    public IEnumerable<FoundColumn> Values => Columns.Where(column => column.Expected.Role == ColumnRole.Value);

    /// <summary>The columns of figures and of words.</summary>
    public IEnumerable<FoundColumn> Cells => Columns.Where(column => column.Expected.IsCell);
}

/// <summary>The header of a table in a sheet: where it ends, and its columns in blocks.</summary>
/// <param name="Matched">How many expected columns were found; 0: this is no header of that table.</param>
/// <param name="DataRow">The first row with data: below header and column numbers, or the header's last row where 合计 stands in it.</param>
/// <param name="Paths">All columns of the region with what stands over them.</param>
internal sealed record TableHeader(int Matched, int DataRow, IReadOnlyList<HeaderPath> Paths)
{
    /// <summary>The lowest heading of each column; where the header's last row holds 合计 as well, these are no data.</summary>
    public IReadOnlySet<GridCell> Headings { get; } = Paths.Select(path => path.LeafCell).OfType<GridCell>().ToHashSet();

    // The deepest header of a published table has four rows; captions stand between title and header.
    private const int SearchedRows = 14;

    public static TableHeader Find(TableRegion region, IReadOnlyList<IReadOnlyList<ExpectedColumn>> expected)
    {
        var all = expected.SelectMany(block => block).ToList();
        var (best, at) = (0, region.Top);
        for (var row = region.Top; row <= Math.Min(region.Bottom, region.Top + SearchedRows); row++)
        {
            var paths = PathsAt(region, row);
            var matched = all.Count(column => column.Role != ColumnRole.Line && paths.Exists(column.Matches));
            if (matched > best && paths.Exists(path => all.Exists(column => column.IsCell && column.Matches(path))))
            {
                (best, at) = (matched, row);
            }
        }

        var data = at + 1;
        while (data <= region.Bottom && IsContinued(region, data, all, PathsAt(region, at)))
        {
            data++;
        }

        return new TableHeader(best, HoldsTotal(region, data - 1) ? data - 1 : data, PathsAt(region, data - 1));
    }

    private static bool HoldsTotal(TableRegion region, int row) => Enumerable.Range(region.Left, Math.Max(0, region.Right - region.Left + 1))
        .Any(column => region.Grid.Cell(row, column) is { } cell && HeaderPath.IsTotalLabel(region, cell, column));

    /// <summary>Sorts the columns into blocks; doubled columns are reported.</summary>
    public List<FoundBlock> Blocks(
        TableRegion region, TableLayout layout, IReadOnlyList<IReadOnlyList<ExpectedColumn>> expected, ImportFindings findings)
    {
        var blocks = new List<List<FoundColumn>>();
        ExpectedColumn? anchor = null;
        foreach (var path in Paths)
        {
            if (Candidate(path, expected, blocks.Count) is not { } column)
            {
                continue;
            }

            if (blocks.Count > 0 && blocks[^1] is [.., var last] && last.Right == path.Column - 1 && IsSame(last, column, path, region.Grid))
            {
                blocks[^1][^1] = last with { Right = path.Column };
                continue;
            }

            anchor ??= column;
            if (blocks.Count == 0 || (IsKind(column, anchor) && blocks.Count < expected.Count))
            {
                blocks.Add([]);
                column = Candidate(path, expected, blocks.Count) ?? column;
            }

            if (blocks[^1].Find(found => IsKind(found.Expected, column)) is { } twice)
            {
                findings.Fatal("IMP-21", $"{layout.Key} {layout.Name}：列“{column.Label}”出现了两次（{CellAddress.ColumnName(twice.Left)} 列和 {CellAddress.ColumnName(path.Column)} 列）。请核对两列的表头，把另一列改成它自己的名称。", region.Grid.Place(path.LeafCell!), region.Grid.Place(DataRow - 1, twice.Left));
                continue;
            }

            blocks[^1].Add(new FoundColumn(column, path.Column, path.Column));
        }

        return [.. blocks.Select(columns => new FoundBlock(columns))];
    }

    private static bool IsKind(ExpectedColumn a, ExpectedColumn b) =>
        a.Role == b.Role && (!a.IsCell || a.Column.Key == b.Column.Key);

    private bool IsSame(FoundColumn last, ExpectedColumn column, HeaderPath path, SheetGrid grid)
    {
        if (!IsKind(last.Expected, column))
        {
            return false;
        }

        var before = Paths.First(other => other.Column == last.Right);
        return column.Role == ColumnRole.Code
            ? before.Leaf != path.Leaf || ReferenceEquals(before.LeafCell, path.LeafCell)
            : ReferenceEquals(before.LeafCell, path.LeafCell) && grid.MergedAt(path.LeafCell!.Row, path.LeafCell.Column) is not null;
    }

    // The block that is being filled is tried first, so that namesakes (金额 of 收入 and of 支出) fall to their own block.
    private static ExpectedColumn? Candidate(HeaderPath path, IReadOnlyList<IReadOnlyList<ExpectedColumn>> expected, int current) =>
        expected.Skip(Math.Max(0, current - 1)).Concat(expected.Take(Math.Max(0, current - 1)))
            .Select(block => block.FirstOrDefault(column => column.Matches(path) && column.Fits(path)) ?? block.FirstOrDefault(column => column.Matches(path)))
            .FirstOrDefault(column => column is not null);

    private static List<HeaderPath> PathsAt(TableRegion region, int row) =>
        [.. Enumerable.Range(region.Left, Math.Max(0, region.Right - region.Left + 1)).Select(column => HeaderPath.Of(region, column, row))];

    // 类 | 款 | 项 below the code heading, and the row of 栏次.
    private static bool IsContinued(TableRegion region, int row, List<ExpectedColumn> expected, List<HeaderPath> paths)
    {
        var texts = Enumerable.Range(region.Left, region.Right - region.Left + 1)
            .Select(column => region.Grid.Text(row, column)).Where(text => text.Length > 0).ToList();
        if (texts.Contains("栏次") || texts.Contains("栏目") || (texts.Contains("类") && texts.Contains("款")))
        {
            return true;
        }

        // 合计 | … | 小计 | 基本支出: the sum row of an empty table that holds the last headings.
        if (HoldsTotal(region, row) && Enumerable.Range(region.Left, region.Right - region.Left + 1).Any(column => region.Grid.Cell(row, column) is { } cell
            && !HeaderPath.IsTotalLabel(region, cell, column) && expected.Exists(value => value.Role == ColumnRole.Value && value.Texts.Contains(region.Words.Canonical(cell.Loose)))))
        {
            return true;
        }

        var numbers = paths.Where(path => expected.Exists(column => column.Role == ColumnRole.Value && column.Matches(path)))
            .Select(path => region.Grid.Text(row, path.Column)).Where(text => text.Length > 0).ToList();
        return numbers.Count > 1 && numbers.All(text => int.TryParse(text, out _))
            && numbers.Select(int.Parse).Order().SequenceEqual(Enumerable.Range(1, numbers.Count));
    }
}
