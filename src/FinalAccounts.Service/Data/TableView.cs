using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Data;

/// <summary>A table as it is printed, with the keys that corrections name.</summary>
/// <param name="Layout">Its form.</param>
/// <param name="Rows">Cells from left to right, all blocks side by side.</param>
public sealed record TableView(TableLayout Layout, IReadOnlyList<IReadOnlyList<ViewCell>> Rows)
{
    /// <summary>The table in its form; blank when the data have no such table.</summary>
    public static TableView Of(TableLayout layout, AccountsTable? table)
    {
        layout = UnitLayout.Of(layout, table);
        var rows = layout.Kind == RowKind.Fixed ? Fixed(layout, table) : [.. (table?.Rows ?? []).Select((row, i) => Data(layout, row, i + 1))];
        return new TableView(layout, rows);
    }

    private static List<IReadOnlyList<ViewCell>> Fixed(TableLayout layout, AccountsTable? table)
    {
        var height = layout.Blocks.Max(block => block.Rows.Count);
        var first = new int[layout.Blocks.Count];
        for (var i = 1; i < first.Length; i++)
        {
            first[i] = first[i - 1] + layout.Blocks[i - 1].Rows.Count;
        }

        return [.. Enumerable.Range(0, height).Select(line => (IReadOnlyList<ViewCell>)[.. layout.Blocks.SelectMany((block, i) =>
            Printed(layout, block, line < block.Rows.Count ? block.Rows[line] : null, first[i] + line + 1, table))])];
    }

    private static IEnumerable<ViewCell> Printed(TableLayout layout, LayoutBlock block, LayoutRow? row, int line, AccountsTable? table) => block.Columns.Select(column => column.Role switch
    {
        ColumnRole.Value or ColumnRole.Text when row?.Key is { } key && table is not null => Value(layout, table.Row(key) ?? LeftOut(row), column.Key, row.Total),
        ColumnRole.Value => new ViewCell("", 1) { IsNumber = true },
        ColumnRole.Line when row is not null => new ViewCell(line.ToString(), column.Span),
        ColumnRole.Name when row is not null => new ViewCell(row.Label, column.Span) { Total = row.Total },
        ColumnRole.Code when row is not null => new ViewCell(row.Code ?? "", column.Span),
        _ => new ViewCell("", column.Span),
    });

    private static IReadOnlyList<ViewCell> Data(TableLayout layout, AccountsRow row, int number) => [.. layout.Blocks[0].Columns.Select(column => column.Role switch
    {
        ColumnRole.Value or ColumnRole.Text => Value(layout, row, column.Key, IsTotal(layout, row)),
        ColumnRole.Line when layout.Kind == RowKind.List && !IsTotal(layout, row) => new ViewCell($"{number}", column.Span),
        ColumnRole.Code => new ViewCell(row.Code ?? "", column.Span),
        ColumnRole.Name => new ViewCell(row.Name, column.Span) { Total = IsTotal(layout, row) },
        _ => new ViewCell("", column.Span),
    })];

    private static bool IsTotal(TableLayout layout, AccountsRow row) => layout.Kind == RowKind.List ? row.Key == "合计" : row.Code is null;

    // Blank, and can be filled by a correction.
    private static AccountsRow LeftOut(LayoutRow row) => new(row.Key!, row.Label, new Dictionary<string, AccountsCell>());

    private static ViewCell Value(TableLayout layout, AccountsRow row, string column, bool total)
    {
        var cell = row.Cell(column);
        var form = layout.FormOf(row.Key, column) ?? CellForm.Money;
        return new ViewCell(cell.Text ?? (cell.Value is { } value ? PrintedCell.Of(value, form, AmountFormat.Table) : ""), 1)
        {
            IsNumber = form.IsFigure, Total = total, Row = row.Key, RowName = row.Name, Column = column, Place = cell.Place?.ToString(), Cell = cell.Place?.Cell, Yuan = cell.Value,
        };
    }
}

/// <summary>A cell of such a table.</summary>
/// <param name="Text">As printed: 万元.</param>
/// <param name="Span">Columns it covers.</param>
public sealed record ViewCell(string Text, int Span)
{
    /// <summary>Right-aligned.</summary>
    public bool IsNumber { get; init; }

    /// <summary>In a sum row.</summary>
    public bool Total { get; init; }

    /// <summary>The row's key; null where nothing can be corrected.</summary>
    public string? Row { get; init; }

    /// <summary>For people.</summary>
    public string RowName { get; init; } = "";

    /// <summary>The column's key.</summary>
    public string Column { get; init; } = "";

    /// <summary>Where it stood in the file.</summary>
    public string? Place { get; init; }

    /// <summary>Its name in the file: J4.</summary>
    public string? Cell { get; init; }

    /// <summary>元.</summary>
    public decimal? Yuan { get; init; }
}
