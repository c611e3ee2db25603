using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Linting;

/// <summary>A table of a layout with contents of its own in every cell.</summary>
internal static class FilledTable
{
    private static readonly string[] Codes = ["201", "20103", "2010301"];

    /// <summary>The table; subjects are some that every year has.</summary>
    public static AccountsTable Of(TableLayout layout, TemplateSet set)
    {
        var number = 0;
        var rows = Rows(layout, set).ToList();
        return new AccountsTable(layout.Key, MoneyUnit.TenThousandYuan, rows.ConvertAll(row => row with
        {
            Cells = layout.CellColumnsOf(row.Key).ToDictionary(column => column, column => Cell(layout.FormOf(row.Key, column)!, ++number, row.Key == "合计")),
        }));
    }

    private static IEnumerable<AccountsRow> Rows(TableLayout layout, TemplateSet set)
    {
        switch (layout.Kind)
        {
            case RowKind.Fixed:
                return layout.FixedRows.Where(entry => entry.Row.Key is not null).Select(entry => Row(entry.Row.Key!, entry.Row.Label, entry.Row.Code));
            case RowKind.Single:
                return [Row("合计", "合计", null)];
            case RowKind.Subjects:
                return Codes.Select(code => Row(code, set.Terms.Subjects.GetValueOrDefault(code)?.Name ?? "科目" + code, code)).Prepend(Row("合计", "合计", null));
            default:
                var coded = layout.Blocks[0].Columns.Any(column => column.Role == ColumnRole.Code);
                return [Row("第1行", "某某项目", coded ? Codes[2] : null), Row("第2行", "另一项目", coded ? Codes[2] : null), .. layout.TotalNeeded ? [Row("合计", "合计", null)] : Array.Empty<AccountsRow>()];
        }
    }

    private static AccountsRow Row(string key, string name, string? code) => new(key, name, new Dictionary<string, AccountsCell>()) { Code = code };

    private static AccountsCell Cell(CellForm form, int number, bool total) => form.Kind switch
    {
        CellKind.Money => Of((100 + number) * AmountFormat.YuanPerUnit),
        CellKind.Count => Of(100 + number),
        CellKind.Number => Of(100 + number + 0.5m),
        CellKind.Rate => Of((100 + number) * 0.0001m),
        _ when total => AccountsCell.Blank,
        CellKind.Date => Words(string.Create(CultureInfo.InvariantCulture, $"2024年{1 + (number % 12)}月{1 + (number % 28)}日")),
        CellKind.Choice => Words(form.Options[number % form.Options.Count]),
        _ => Words(string.Create(CultureInfo.InvariantCulture, $"文字{number}")),
    };

    private static AccountsCell Of(decimal value) => new(value, null);

    private static AccountsCell Words(string text) => new(null, null) { Text = text };
}
