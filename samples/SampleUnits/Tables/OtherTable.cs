using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples.Tables;

/// <summary>A table that only some regions have, filled by the kinds of its cells; sums follow afterwards from the set's rules (<see cref="RuleSums"/>).</summary>
internal sealed class OtherTable(TableLayout layout, CellMaker cells, Dice dice, int year)
{
    private const string Total = "合计";

    /// <summary>The table; a list has three rows and their sum.</summary>
    /// <exception cref="InvalidDataException">A choice without options: it cannot be filled; the message is for users.</exception>
    public AccountsTable Of() => new(layout.Key, cells.Unit, layout.Kind switch
    {
        RowKind.Fixed => [.. layout.FixedRows.Where(entry => entry.Row is { Key: not null, Optional: false }).Select(entry => Row(entry.Row.Key!, entry.Row.Label, entry.Row.Code))],
        RowKind.List => List(),
        _ => [Row(Total, Total, null)],
    });

    /// <summary>A list of rows with a sum; each row's amount is given.</summary>
    public AccountsTable Of(IEnumerable<(string? Code, string Name, decimal Amount)> items)
    {
        var coded = layout.Blocks[0].Columns.Any(column => column.Role == ColumnRole.Code);
        var rows = items.Select((item, i) => Row($"第{i + 1}行", item.Name, coded ? item.Code : null, item.Amount)).ToList();
        return new AccountsTable(layout.Key, cells.Unit, rows.Count == 0 ? [] : [.. rows, .. Sum(rows)]);
    }

    private List<AccountsRow> List()
    {
        var rows = Enumerable.Range(1, 3).Select(number => Row($"第{number}行", $"虚构事项{"一二三"[number - 1]}", null)).ToList();
        return [.. rows, .. Sum(rows)];
    }

    private IEnumerable<AccountsRow> Sum(List<AccountsRow> rows)
    {
        if (!layout.TotalNeeded)
        {
            return [];
        }

        var sums = layout.ValueColumns.Where(column => layout.FormOf("", column)!.Kind is CellKind.Money or CellKind.Count or CellKind.Number)
            .ToDictionary(column => column, column => new AccountsCell(rows.Sum(row => row.Cell(column).Value ?? 0), null));
        return [new AccountsRow(Total, Total, sums)];
    }

    private AccountsRow Row(string key, string name, string? code, decimal? amount = null) => new(
        key, name, layout.CellColumnsOf(key).ToDictionary(column => column, column => Cell(layout.FormOf(key, column)!, column, amount)))
    { Code = code };

    private AccountsCell Cell(CellForm form, string column, decimal? amount) => form.Kind switch
    {
        CellKind.Money => new AccountsCell(cells.Rounded(amount ?? dice.Money(1, 100)), null),
        CellKind.Count => new AccountsCell(dice.Whole(0, 20), null),
        CellKind.Number => new AccountsCell(dice.Whole(900, 1000) / 10m, null),
        CellKind.Rate => new AccountsCell(dice.Whole(9000, 10000) * 0.0001m, null),
        CellKind.Date => Words(string.Create(CultureInfo.InvariantCulture, $"{year}年{dice.Whole(1, 12)}月{dice.Whole(1, 28)}日")),
        CellKind.Choice when form.Options.Count > 0 => Words(dice.One(form.Options)),
        CellKind.Choice => throw new InvalidDataException($"{layout.Key}的列“{column}”是选项，却没有 options，不能编出内容。请在表样里写上。"),
        _ => Words($"虚构的{column}"),
    };

    private static AccountsCell Words(string text) => new(null, null) { Text = text };
}
