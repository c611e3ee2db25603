using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Tests.Templates;

namespace FinalAccounts.Tests.Formulas;

/// <summary>Accounts for <see cref="SmallSet"/>.</summary>
internal static class SmallAccounts
{
    public static CompiledSet Set(string? metrics = null, string? rules = null)
    {
        var result = Compile(metrics, rules);
        Assert.Empty(result.Findings);
        return result.Value!;
    }

    public static Result<CompiledSet> Compile(string? metrics = null, string? rules = null)
    {
        var files = SmallSet.Files();
        if (metrics is not null)
        {
            files["小/metrics.yaml"] = metrics;
            files.Remove("小/charts.yaml");
        }

        if (rules is not null)
        {
            files["小/rules.yaml"] = rules;
        }

        return SmallSet.Reader(files).ReadCompiled("小");
    }

    public static DepartmentAccounts Unit(int year = 2023) => new(
        "小局", year,
        new Dictionary<string, AccountsTable>
        {
            ["表01"] = Table(
                "表01",
                ("财政拨款收入", [("金额", 900m)]), ("其他收入", [("金额", 100m)]), ("收入总计", [("金额", 1000m)]),
                ("教育支出", [("金额", 700m)]), ("卫生支出", [("金额", 300m)]), ("支出总计", [("金额", 1000m)])),
            ["表03"] = Table(
                "表03",
                ("合计", [("本年支出合计", 1000m), ("基本支出", 400m), ("项目支出", 600m)]),
                ("205", [("本年支出合计", 700m), ("基本支出", 400m), ("项目支出", 300m)]),
                ("20501", [("本年支出合计", 700m), ("基本支出", 400m), ("项目支出", 300m)]),
                ("2050101", [("本年支出合计", 500m), ("基本支出", 400m), ("项目支出", 100m)]),
                ("2050102", [("本年支出合计", 200m), ("项目支出", 200m)]),
                ("210", [("本年支出合计", 300m), ("项目支出", 300m)])),
            ["表09"] = Table("表09", ("数", [("决算合计", 12.5m), ("决算接待费", 0m)])),
        },
        new Facts(new Dictionary<string, FactSheet>
        {
            ["政府采购"] = new("政府采购", [Record(("总额", 88m))]),
            ["出国团组"] = new("出国团组", [Record(("人次", 3m)), Record(("人次", 5m)), Record()]),
            ["上年数"] = new("上年数", []),
        }));

    public static AccountsTable Table(string key, params (string Key, (string Column, decimal? Value)[] Cells)[] rows) =>
        new(key, MoneyUnit.TenThousandYuan, rows.Select((row, i) => new AccountsRow(
            row.Key, Names.GetValueOrDefault(row.Key, row.Key),
            row.Cells.ToDictionary(
                cell => cell.Column,
                cell => new AccountsCell(cell.Value, new Place("公开表.xlsx", key, $"{cell.Column}{i + 1}"))))
        {
            Code = SubjectCode.Level(row.Key) is null ? null : row.Key,
        }).ToList());

    public static FactRecord Record(params (string Field, decimal Value)[] values) =>
        new(values.ToDictionary(
            value => value.Field, value => new FactValue(new Place("文字资料.xlsx", value.Field, "B2")) { Number = value.Value }));

    public static FactRecord PriorRow(string metric, decimal value) => new(new Dictionary<string, FactValue>
    {
        ["指标"] = new(null) { Text = metric },
        ["金额"] = new(new Place("文字资料.xlsx", "上年数", "B3")) { Number = value },
    });

    public static DepartmentAccounts With(DepartmentAccounts accounts, AccountsTable table) =>
        accounts with { Tables = new Dictionary<string, AccountsTable>(accounts.Tables) { [table.Key] = table } };

    public static DepartmentAccounts With(DepartmentAccounts accounts, FactSheet sheet) =>
        accounts with { Facts = new Facts(new Dictionary<string, FactSheet>(accounts.Facts.Sheets) { [sheet.Name] = sheet }) };

    private static readonly Dictionary<string, string> Names = new() { ["205"] = "教育支出", ["210"] = "卫生支出" };
}
