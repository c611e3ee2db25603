using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples;

/// <summary>Reads a transcribed table (source/表01.tsv …): amounts in 万元 as published, rows by 行次, code or name.</summary>
internal static class TableSource
{
    private const string Total = "合计";

    /// <summary>The table; a line that the layout has no place for is a broken source.</summary>
    public static AccountsTable Read(string file, TableLayout layout)
    {
        var lines = File.ReadAllLines(file).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToList();
        var header = lines[0];
        var rows = lines.Skip(1)
            .Select(line => Row(header, line, layout, file))
            .OfType<AccountsRow>()
            .ToList();
        return new AccountsTable(layout.Key, MoneyUnit.TenThousandYuan, rows);
    }

    private static AccountsRow? Row(string[] header, string[] line, TableLayout layout, string file)
    {
        string Field(string name) => Array.IndexOf(header, name) is var at and >= 0 && at < line.Length ? line[at].Trim() : "";
        var amounts = header.Zip(line)
            .Where(pair => pair.First is not ("行次" or "项目" or "科目编码" or "科目名称") && pair.Second.Trim().Length > 0)
            .ToDictionary(pair => pair.First, pair => Cell(pair.Second));
        return layout.Kind switch
        {
            RowKind.Single => new AccountsRow(Total, Total, amounts),
            RowKind.Subjects when Field("科目编码") == Total => new AccountsRow(Total, Total, amounts),
            RowKind.Subjects => new AccountsRow(Field("科目编码"), Field("科目名称"), amounts) { Code = Field("科目编码") },
            _ => Fixed(Field("行次"), Field("科目编码"), amounts, layout, file),
        };
    }

    private static AccountsRow? Fixed(
        string number, string code, Dictionary<string, AccountsCell> amounts, TableLayout layout, string file)
    {
        var all = layout.Blocks.SelectMany(block => block.Rows.Select(row => (block, row))).ToList();
        var at = number.Length > 0
            ? int.Parse(number, CultureInfo.InvariantCulture) - 1
            : all.FindIndex(pair => pair.row.Key == code);
        var (block, row) = at >= 0 && at < all.Count ? all[at] : throw new InvalidDataException($"{file}：表样没有 {number}{code} 这一行。");
        if (row.Key is null)
        {
            return amounts.Count == 0 ? null : throw new InvalidDataException($"{file}：第{number}行是空行，却有数。");
        }

        // The source gives a block with one column of figures in the first of its columns.
        if (block.ValueColumns.ToList() is [var only])
        {
            amounts = amounts.Values.ToList() switch
            {
                [] => [],
                [var single] => new Dictionary<string, AccountsCell> { [only.Key] = single },
                _ => throw new InvalidDataException($"{file}：“{row.Label}”有不止一个数。"),
            };
        }

        return new AccountsRow(row.Key, row.Label, amounts) { Code = row.Code };
    }

    private static AccountsCell Cell(string amount) => new(
        decimal.Parse(amount, NumberStyles.Number, CultureInfo.InvariantCulture) * AmountFormat.YuanPerUnit, null);
}
