using FinalAccounts.Accounts;
using FinalAccounts.Formatting;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>Mistakes in the tables, each at every table.</summary>
internal static class TableMistakes
{
    private static readonly string[] Tables = ["表01", "表02", "表03", "表04", "表05", "表06", "表07", "表08", "表09"];
    private static readonly string[] ByLevel = ["表02", "表03", "表05", "表07", "表08"];

    /// <summary>The kinds.</summary>
    public static IEnumerable<MistakeKind> All() =>
    [
        .. Cells("错一位", (value, unit, dice) => Slips.Digit(value, unit, dice)),
        .. Cells("两位颠倒", (value, unit, _) => Slips.Transposed(value, unit)),
        .. Cells("刚超过尾差", (value, unit, _) => value + (unit == 1 ? 0.01m : 3_000m)),
        .. Cells("正负号相反", (value, _, _) => -value),
        .. Cells("漏填", (_, _, _) => null, blanks: true),
        .. Cells("小数点错位", (value, _, _) => value * 10m),
        .. Cells("元当作万元", (value, _, _) => value * AmountFormat.YuanPerUnit),
        .. Cells("填了另一格的数", (value, _, dice) => value + dice.Money(1, 500)),
        .. Tables[..8].Select(table => new MistakeKind("公开表", $"错一行 {table}", (accounts, seed) => Shifted(accounts, table, new Dice(seed)))),
        .. ByLevel.Select(table => new MistakeKind("公开表", $"漏一行 {table}", (accounts, seed) => Missing(accounts, table, new Dice(seed)))),
    ];

    private static IEnumerable<MistakeKind> Cells(string name, Func<decimal, decimal, Dice, decimal?> change, bool blanks = false) =>
        Tables.Select(table => new MistakeKind("公开表", $"{name} {table}", (accounts, seed) =>
        {
            var dice = new Dice(seed);
            var unit = accounts.Tables[table].Unit == MoneyUnit.Yuan ? 1m : AmountFormat.YuanPerUnit;
            // Below 1万元 a slip may be within what rounding explains.
            var cells = accounts.Tables[table].Rows
                .SelectMany(row => row.Cells.Where(cell => cell.Value is { Value: > 20_000m, Place: not null }).Select(cell => (row.Key, Column: cell.Key, cell.Value.Value)))
                .ToList();
            if (cells.Count == 0)
            {
                return null;
            }

            var (row, column, value) = dice.One(cells);
            var changed = change(value!.Value, unit, dice);
            return changed is null && !blanks || changed == value ? null : Edits.Cell(accounts, table, row, column, changed);
        }));

    // From some row on, each row holds what belongs in the row above it.
    private static Planted? Shifted(DepartmentAccounts accounts, string table, Dice dice)
    {
        var rows = accounts.Tables[table].Rows;
        var filled = rows.Where(row => row.Cells.Values.Any(cell => cell.Value is > 20_000m)).ToList();
        if (filled.Count < 4)
        {
            return null;
        }

        var (upper, lower) = dice.Whole(1, filled.Count - 2) is var at ? (filled[at - 1], filled[at]) : default;
        if (upper.Cells.All(cell => lower.Cell(cell.Key).Value == cell.Value.Value) || !upper.Cells.Keys.All(lower.Cells.ContainsKey))
        {
            return null;
        }

        var moved = lower with { Cells = lower.Cells.ToDictionary(cell => cell.Key, cell => cell.Value with { Value = upper.Cell(cell.Key).Value }) };
        return new Planted(
            Edits.Rows(accounts, table, all => all.Select(row => row.Key == lower.Key ? moved : row)),
            [.. lower.Cells.Values.Select(cell => cell.Place!)]);
    }

    // What is not there has no place: the row above it and the same row elsewhere tell.
    private static Planted? Missing(DepartmentAccounts accounts, string table, Dice dice)
    {
        var rows = accounts.Tables[table].Rows.Where(row => row.Code is { Length: 7 } && row.Cells.Values.Any(cell => cell.Value is > 20_000m)).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var gone = dice.One(rows);
        var above = accounts.Tables[table].Row(SubjectCode.Parent(gone.Code!)!);
        var elsewhere = accounts.Tables.Values.Select(other => other.Row(gone.Key)).OfType<AccountsRow>();
        return new Planted(
            Edits.Rows(accounts, table, all => all.Where(row => row.Key != gone.Key)),
            [.. elsewhere.Append(above).OfType<AccountsRow>().SelectMany(row => row.Cells.Values).Select(cell => cell.Place!)]);
    }
}
