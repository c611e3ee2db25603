using System.Text.RegularExpressions;
using FinalAccounts.Import;
using FinalAccounts.Import.Files;
using FinalAccounts.Import.Tables;
using FinalAccounts.Templates;

namespace FinalAccounts.Auditing;

/// <summary>
/// The header of a table without rulings. Headings in several tiers and lines do not say by themselves which columns they stand over; the set's own form does.
/// Where every column has its heading below all others over it, the header is taken as the form's; where one has not, nothing is changed, and the import says what it could not recognise.
/// </summary>
internal static partial class AlignedHeader
{
    private sealed record Heading(int Row, double Left, double Right, string Text)
    {
        public bool StandsOver(Column column) => Left < column.Right && Right > column.Left;
    }

    /// <param name="At">The column of the grid; null for one that is blank everywhere, known by its heading alone.</param>
    private sealed record Column(double Left, double Right, int? At);

    /// <summary>The table as the import reads it.</summary>
    public static SheetGrid Fitted(AuditedTable table, string file, TemplateSet set, string? unit)
    {
        var grid = table.Grid(file);
        var title = table.Cells.All(cell => cell.Across is null) ? null
            : new TitleFinder(set.Tables, unit, set.Synonyms).Find(grid).LastOrDefault(title => title.Layout is not null && title.Row < table.Above.Count);
        var head = table.Cells.Where(cell => Number().IsMatch(cell.Text)).Select(cell => cell.Row).DefaultIfEmpty(0).Min();
        if (title is null || head == 0)
        {
            return grid;
        }

        var expected = ExpectedColumns.Of(title.Layout!, set.Synonyms).SelectMany(block => block).ToList();
        var headings = table.Cells.Where(cell => cell.Row < head && cell.Text.Length > 0).Select(cell => new Heading(cell.Row, cell.Across!.Value.Left, cell.Across.Value.Right, cell.Text)).ToList();
        var columns = Columns(table, head, headings, expected, set.Synonyms);
        return columns.Count == expected.Count && Texts(columns, headings, expected, set.Synonyms) is { } texts && AreOver(columns, headings, expected, set.Synonyms)
            && (head > 1 || expected.TrueForAll(column => column.Above is null))
            ? Written(table, file, grid, head, [.. expected.Zip(texts, (column, text) => (column.Above, text))], columns)
            : grid;
    }

    // Those with figures or names, and those that are blank everywhere: headings over nothing that the form has.
    private static List<Column> Columns(AuditedTable table, int head, List<Heading> headings, List<ExpectedColumn> expected, Synonyms words)
    {
        var columns = table.Cells.Where(cell => cell is { ColumnSpan: 1, Across: not null } && cell.Row >= head).GroupBy(cell => cell.Column)
            .Select(cells => new Column(cells.Min(cell => cell.Across!.Value.Left), cells.Max(cell => cell.Across!.Value.Right), cells.Key)).ToList();
        foreach (var heading in columns.Count < expected.Count ? headings.OrderByDescending(heading => heading.Row).ThenBy(heading => heading.Left).ToList() : [])
        {
            var lines = headings.Where(other => other.Row <= heading.Row && other.Left < heading.Right && other.Right > heading.Left).OrderBy(other => other.Row).ToList();
            if (!columns.Exists(heading.StandsOver) && expected.Exists(column => (column.IsCell || column.Role == ColumnRole.Code) && Lowest(lines, column, words) is not null))
            {
                columns.Add(new Column(heading.Left, heading.Right, null));
            }
        }

        return [.. columns.OrderBy(column => column.Left)];
    }

    // The heading of each column; null where one of figures or words has not its own.
    private static List<string>? Texts(List<Column> columns, List<Heading> headings, List<ExpectedColumn> expected, Synonyms words)
    {
        var over = columns.ConvertAll(_ => new List<Heading>());
        foreach (var heading in headings.OrderBy(heading => heading.Row).ThenBy(heading => heading.Left))
        {
            var under = columns.Where(heading.StandsOver).DefaultIfEmpty(columns.MinBy(column => Math.Max(column.Left - heading.Right, heading.Left - column.Right))!);
            foreach (var column in under)
            {
                over[columns.IndexOf(column)].Add(heading);
            }
        }

        var texts = expected.Select((column, index) => column.IsCell ? Lowest(over[index], column, words) : column.Texts.First()).ToList();
        return texts.Contains(null) ? null : [.. texts.OfType<string>()];
    }

    // A heading may be wrapped: its last line, its last two lines …
    private static string? Lowest(List<Heading> over, ExpectedColumn column, Synonyms words) =>
        Enumerable.Range(1, over.Count).Select(lines => words.Canonical(LooseText.Of(string.Concat(over.TakeLast(lines).Select(heading => heading.Text))))).FirstOrDefault(column.Texts.Contains);

    // What must stand above (预算数, 决算数) does, in one line or several, over the columns that need it.
    private static bool AreOver(List<Column> columns, List<Heading> headings, List<ExpectedColumn> expected, Synonyms words) =>
        expected.Index().Where(pair => pair.Item.Above is not null).GroupBy(pair => pair.Item.Above!).All(group =>
        {
            var (left, right) = (2 * columns[group.First().Index].Left, 2 * columns[group.Last().Index].Right);
            var over = headings.Where(heading => heading.Left + heading.Right > left && heading.Left + heading.Right < right).OrderBy(heading => heading.Row).ThenBy(heading => heading.Left)
                .Select(heading => words.Canonical(LooseText.Of(heading.Text))).ToList();
            return over.Contains(group.Key) || words.Canonical(string.Concat(over.Where(text => group.Key.Contains(text, StringComparison.Ordinal)))).Contains(group.Key, StringComparison.Ordinal);
        });

    private static SheetGrid Written(AuditedTable table, string file, SheetGrid grid, int head, List<(string? Above, string Text)> headings, List<Column> columns)
    {
        var fitted = new SheetGrid(file, table.Sheet, hidden: false);
        var top = table.Above.Count;
        foreach (var cell in grid.Cells.Where(cell => cell.Row < top))
        {
            fitted.Add(cell);
        }

        for (var index = 0; index < columns.Count; index++)
        {
            fitted.Add(new GridCell(top + head - 1, index, headings[index].Text, null, null));
            if (headings[index].Above is { } above)
            {
                fitted.Add(new GridCell(top + head - 2, index, above, null, null));
            }
        }

        var at = columns.Index().Where(pair => pair.Item.At is not null).ToDictionary(pair => pair.Item.At!.Value, pair => pair.Index);
        for (var row = top + head; row <= grid.LastRow; row++)
        {
            fitted.Append(grid, row, row, at);
        }

        return fitted;
    }

    [GeneratedRegex(@"^[-—(（]?\d[\d,]*(?:\.\d+)?[)）%]?$")]
    private static partial Regex Number();
}
