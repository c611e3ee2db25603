using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>The body of a table whose rows the layout lists, blocks side by side (表01, 表04, 表06).</summary>
internal sealed class FixedRows(TableLayout layout, LineNumbers numbers, AccountsCells cells)
{
    /// <summary>All rows, also those without figures.</summary>
    public IReadOnlyList<TableRow> Rows() =>
        [.. Enumerable.Range(0, layout.Blocks.Max(block => block.Rows.Count)).Select(Row)];

    private TableRow Row(int index)
    {
        var content = new List<TableCell>[layout.Blocks.Count];
        var rows = layout.Blocks.Select(block => block.Rows.ElementAtOrDefault(index)).ToList();
        for (var block = 0; block < rows.Count; block++)
        {
            var across = Across(rows, block);
            content[block] = BlockCells(block, index, rows[block], across.Columns);
            across.Blocks.ForEach(left => content[left] = []);
        }

        var keyed = rows.Where(row => row?.Key is not null).ToList();
        return new TableRow([.. content.SelectMany(block => block)])
        {
            Total = keyed.Count > 0 && keyed.All(row => row!.Total),
            Key = keyed.FirstOrDefault()?.Key,
        };
    }

    // Only over blank rows: a label never covers another row's figure.
    private (int Columns, List<int> Blocks) Across(List<LayoutRow?> rows, int block)
    {
        var blocks = Enumerable.Range(1, rows[block]?.Across ?? 0)
            .Select(distance => block - distance)
            .TakeWhile(left => left >= 0 && rows[left]?.Key is null)
            .ToList();
        return (blocks.Sum(left => layout.Blocks[left].Columns.Sum(column => column.Span)), blocks);
    }

    private List<TableCell> BlockCells(int block, int index, LayoutRow? row, int across)
    {
        var result = new List<TableCell>();
        var label = across;
        foreach (var column in layout.Blocks[block].Columns)
        {
            switch (column.Role)
            {
                // A sum has no code: its name begins where the code would.
                case ColumnRole.Code when row is { Key: not null, Code: null }:
                    label += column.Span;
                    break;
                case ColumnRole.Code:
                    result.Add(row?.Code is { } code ? Cells.Of([new Text(code)], column.Span) : Cells.Blank(column.Span));
                    break;
                case ColumnRole.Name:
                    result.Add(row?.Key is null ? Cells.Blank(column.Span) : Name(row, column.Span + label));
                    break;
                case ColumnRole.Line:
                    result.Add(row is null ? Cells.Blank(column.Span) : Cells.Of([new Text($"{numbers.Line(block, index)}")], column.Span));
                    break;
                default:
                    result.Add((row?.Key is { } key ? cells.Value(key, column.Key) : Cells.Blank()) with { ColumnSpan = column.Span });
                    break;
            }
        }

        return result;
    }

    private static TableCell Name(LayoutRow row, int columns) => Cells.Of(
        row.Total ? [new Strong([new Text(row.Label)])] : [new Text(row.Label)], columns, row.Total ? CellAlign.Center : null);
}
