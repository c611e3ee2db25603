using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>The changed cells of one table. Figures of the accounts are compared by table, row and column key, wherever they stand; all other cells by their place in rows that answer to each other.</summary>
internal sealed class TableChanges(ChangedTable table, int block, string where)
{
    private readonly Dictionary<CellKey, string> before = Figures(table.Rows.Select(row => row.Before));
    private readonly Dictionary<CellKey, string> after = Figures(table.Rows.Select(row => row.After));

    /// <summary>How people call the table.</summary>
    public static string Name(Table table, string heading) => table.Frame?.Mark ?? table.Title ?? (heading.Length > 0 ? heading : "表");

    /// <summary>The changes row by row.</summary>
    public IEnumerable<Change> List() => table.Frame.Where(line => line.Changed)
        .Select(line => new Change(block, ChangeKind.Text, $"{Name(table.After, where)}（表头行）", line.Before, line.After) { Spot = Spot.Whole })
        .Concat(table.Rows.SelectMany(Of));

    /// <summary>The accounts' name of a cell that is one figure taken as it is; null for any other.</summary>
    public static CellKey? Key(PlacedCell cell) => cell.Cell.Inlines is [Figure { Origin: { Formula: null, Cells: [var only] } }] && only.Row.Length > 0
        ? new CellKey(only.Table, only.Row, only.Column) : null;

    private IEnumerable<Change> Of(RowChange row)
    {
        foreach (var cell in Figures(row.After))
        {
            if (before.GetValueOrDefault(cell.Key, "") != cell.Text)
            {
                yield return Figure(cell.Key, row.After!, before.GetValueOrDefault(cell.Key, ""), cell.Text);
            }
        }

        foreach (var cell in Figures(row.Before))
        {
            if (!after.ContainsKey(cell.Key))
            {
                yield return Figure(cell.Key, row.Before!, cell.Text, "");
            }
        }

        foreach (var change in row is { Before: { } old, After: { } current } ? Labels(row, old, current) : Whole(row))
        {
            yield return change;
        }
    }

    private Change Figure(CellKey key, GridRow row, string old, string current)
    {
        var label = key.Row.All(char.IsAsciiDigit) ? $"{key.Row} {Label(row)}".TrimEnd() : key.Row;
        return new Change(block, ChangeKind.Cell, $"{Name(table.After, where)}［{label}，{key.Column}］", old, current)
        {
            Spot = Spot.Whole with { Cell = key },
        };
    }

    private IEnumerable<Change> Labels(RowChange row, GridRow old, GridRow current)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i].Changed && !IsFigure(old.Cells[i]) && !IsFigure(current.Cells[i]))
            {
                yield return new Change(block, ChangeKind.Cell, Place(row, current, i), row.Cells[i].Before, row.Cells[i].After);
            }
        }
    }

    // Its figures are listed by key; what is left are the labels.
    private IEnumerable<Change> Whole(RowChange row)
    {
        var texts = (row.After ?? row.Before)!.Cells
            .Where(cell => cell.Row == (row.After ?? row.Before)!.Index && !IsFigure(cell) && cell.Cell.Inlines.Count > 0)
            .Select(cell => DocumentText.Of(cell.Cell.Inlines)).ToList();
        if (texts.Count > 0)
        {
            var text = string.Join(" ｜ ", texts);
            yield return new Change(block, ChangeKind.Cell, $"{Name(table.After, where)}（整行）", row.After is null ? text : "", row.After is null ? "" : text)
            {
                Extent = texts.Count,
            };
        }
    }

    private bool IsFigure(PlacedCell cell) => table.After.Kind == TableKind.Accounts && Key(cell) is not null;

    // A form's cell is found by the heading before it and the heading above it.
    private string Place(RowChange row, GridRow current, int index)
    {
        var cell = current.Cells[index];
        var left = current.Cells.Take(index).Reverse().FirstOrDefault(other => other.Cell.Header) ?? current.Cells.Take(index).FirstOrDefault(other => other.Cell.Inlines.Count > 0);
        var above = table.Rows.Where(other => other.After is { } line && line.Index < current.Index).Reverse()
            .SelectMany(other => other.After!.Cells)
            .FirstOrDefault(other => (row.Header || other.Cell.Header || other.Row < table.After.HeaderRows.Count) && other.Column == cell.Column && other.Cell.Inlines.Count > 0);
        var labels = new[] { left, above }.OfType<PlacedCell>().Select(label => DocumentText.Of(label.Cell.Inlines).Replace('\n', ' ')).Where(label => label.Length > 0).Distinct().ToList();
        return $"{Name(table.After, where)}［{(labels.Count > 0 ? string.Join('，', labels) : $"第{current.Index + 1}行")}］";
    }

    private static string Label(GridRow row) => row.Cells.Where(cell => Key(cell) is null)
        .Select(cell => DocumentText.Of(cell.Cell.Inlines)).FirstOrDefault(text => text.Any(character => !char.IsAsciiDigit(character))) ?? "";

    private static Dictionary<CellKey, string> Figures(IEnumerable<GridRow?> rows)
    {
        var figures = new Dictionary<CellKey, string>();
        foreach (var (key, text) in rows.SelectMany(Figures))
        {
            figures[key] = text;
        }

        return figures;
    }

    private static IEnumerable<(CellKey Key, string Text)> Figures(GridRow? row) => row is null ? [] :
        row.Cells.Where(cell => cell.Row == row.Index).Select(cell => (Key: Key(cell), Text: DocumentText.Of(cell.Cell.Inlines)))
            .Where(cell => cell.Key is not null).Select(cell => (cell.Key!, cell.Text));
}
