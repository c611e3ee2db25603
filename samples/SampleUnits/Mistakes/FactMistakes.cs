using FinalAccounts.Accounts;
using FinalAccounts.Documents;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>Mistakes in the facts: against the tables, against each other, against the forms' own notes.</summary>
internal static class FactMistakes
{
    /// <summary>The kinds.</summary>
    public static IEnumerable<MistakeKind> All() =>
    [
        Money("出国费用", "金额"), Money("公务用车运行费用", "金额"), Money("公务接待", "国内接待费"),
        Money("政府采购", "总额"), Money("政府采购", "货物"), Money("政府采购", "工程"), Money("政府采购", "服务"),
        Money("项目支出", "金额"), Money("绩效自评", "自评资金"), Money("整体自评表", "基本支出总额"), Money("整体自评表", "项目支出总额"),
        Money("整体自评表", "执行数"), Money("项目自评表", "执行数"), Money("项目自评表", "预算数"), Money("项目自评综述", "执行数"), Money("项目自评综述", "全年预算"),
        Number("出国团组", "人次", "为0", (_, _) => 0), Number("公务用车", "保有量", "少于购置数", (_, _) => 0, (accounts, _) => Fact(accounts, "公务用车", "购置数") > 0),
        Number("公务用车", "购置数", "有数而无购置费", (_, _) => 7, (accounts, _) => Fact(accounts, "公务用车", "购置数") == 0),
        Number("公务用车", "购置数", "有购置费而为0", (_, _) => 0, (accounts, _) => Fact(accounts, "公务用车", "购置数") > 0),
        Blank("公务用车", "购置方式"), Blank("机关运行经费", "支出决算"),
        Number("公务接待", "国内接待人次", "少于批次", (_, _) => 1, (accounts, _) => Fact(accounts, "公务接待", "国内接待批次") > 1),
        Number("公务接待", "国内接待批次", "为0", (_, _) => 0, (accounts, _) => Fact(accounts, "公务接待", "国内接待费") > 0),
        Number("机关运行经费", "支出决算", "大于公用经费", (value, _) => value * 1.5m, (accounts, _) => Fact(accounts, "机关运行经费", "支出决算") > 0),
        Number("政府采购", "授予中小企业合同金额", "大于总额", (_, accounts) => Fact(accounts, "政府采购", "总额") + 10_000m),
        Number("政府采购", "授予小微企业合同金额", "大于中小企业", (_, accounts) => Fact(accounts, "政府采购", "授予中小企业合同金额") + 10_000m),
        Number("国有资产", "车辆总数", "差一辆", (value, _) => value + 1, (accounts, _) => accounts.Facts.Records("车辆用途").Count > 0),
        Number("车辆用途", "数量", "差一辆", (value, _) => value + 1),
        Number("绩效自评", "项目数", "差一个", (value, _) => value + 1), Number("绩效自评", "一级项目数", "差一个", (value, _) => value - 1),
        Number("绩效自评", "整体得分", "差0.1", (value, _) => value - 0.1m), Number("绩效自评", "占项目支出比重", "写作1.5倍", (value, _) => value + 0.5m),
        Number("整体自评表", "总分", "差0.1", (value, _) => value + 0.1m), Number("整体自评表", "执行率", "差1%", (value, _) => value - 0.01m),
        Number("整体自评表", "执行得分", "差1分", (value, _) => value - 1m),
        Number("整体自评得分", "得分", "差1分", (value, _) => value - 1m), Number("整体自评得分", "权重", "差1分", (value, _) => value + 1m),
        Number("整体绩效目标", "权重", "差1分", (value, _) => value + 1m),
        Number("整体绩效指标", "得分", "超过权重", (value, _) => value + 30m), Number("整体绩效指标", "得分", "差1分", (value, _) => value - 1m),
        Number("整体绩效指标", "权重", "差1分", (value, _) => value + 1m), Number("整体绩效指标", "二级权重", "差1分", (value, _) => value + 1m),
        Number("项目自评表", "总分", "两位颠倒", (value, _) => Slips.Transposed(value, 1)), Number("项目自评表", "总分", "差0.1", (value, _) => value - 0.1m),
        Number("项目自评表", "执行率", "差1%", (value, _) => value - 0.01m), Number("项目自评表", "执行得分", "差1分", (value, _) => value - 1m),
        Number("项目绩效指标", "得分", "超过权重", (value, _) => value + 40m), Number("项目绩效指标", "得分", "差1分", (value, _) => value - 1m),
        Number("项目绩效指标", "权重", "差1分", (value, _) => value + 1m), Number("项目绩效指标", "一级权重", "差1分", (value, _) => value + 1m),
        Number("项目绩效指标", "二级权重", "差1分", (value, _) => value + 1m),
        Number("项目自评综述", "产出得分", "差1分", (value, _) => value - 1m),
        Budget(), Late(), Doubled("项目支出", "名称"), Doubled("支出预算", "科目编码"),
    ];

    private static MistakeKind Money(string sheet, string field) =>
        Change($"错一位 {sheet}.{field}", sheet, field, (value, _, dice) => Slips.Digit(value, 10_000m, dice), (_, value) => value.Number is > 20_000m);

    private static MistakeKind Number(
        string sheet, string field, string what, Func<decimal, DepartmentAccounts, decimal?> change, Func<DepartmentAccounts, FactValue, bool>? where = null) =>
        Change($"{what} {sheet}.{field}", sheet, field, (value, accounts, _) => change(value, accounts), where ?? ((_, value) => value.Number is not null));

    // A blank field is reported by its sheet.
    private static MistakeKind Blank(string sheet, string field) =>
        new("文字资料", $"漏填 {sheet}.{field}", (accounts, _) => accounts.Facts.Field(sheet, field) is { Place: { } place }
            ? Edits.Fact(accounts, sheet, 0, field, null) with { Places = [new Place(place.File, place.Sheet)] }
            : null);

    private static MistakeKind Change(
        string name, string sheet, string field, Func<decimal, DepartmentAccounts, Dice, decimal?> change, Func<DepartmentAccounts, FactValue, bool> where) =>
        new("文字资料", name, (accounts, seed) =>
        {
            var dice = new Dice(seed);
            var places = accounts.Facts.Records(sheet).Select((record, i) => (i, Value: record.Values.GetValueOrDefault(field)))
                .Where(one => one.Value is { Number: not null, Place: not null } && where(accounts, one.Value)).ToList();
            if (places.Count == 0)
            {
                return null;
            }

            var (record, value) = dice.One(places);
            return change(value!.Number!.Value, accounts, dice) is { } changed && changed != value.Number
                ? Edits.Fact(accounts, sheet, record, field, value with { Number = changed }) : null;
        });

    private static MistakeKind Budget() => new("文字资料", "错一位 支出预算.合计", (accounts, seed) =>
        accounts.Facts.Records("支出预算").ToList().FindIndex(record => record.Values["科目编码"].Text == "合计") is >= 0 and var at
            && accounts.Facts.Records("支出预算")[at].Values.GetValueOrDefault("全年预算") is { Number: > 20_000m } value
            && Slips.Digit(value.Number.Value, 10_000m, new Dice(seed)) is { } changed
            ? Edits.Fact(accounts, "支出预算", at, "全年预算", value with { Number = changed }) : null);

    private static MistakeKind Late() => new("文字资料", "超过20日 基本情况.公开日期", (accounts, _) =>
        accounts.Facts.Field("基本情况", "批复日期")?.Date is { } approved && accounts.Facts.Field("基本情况", "公开日期") is { } published
            ? Edits.Fact(accounts, "基本情况", 0, "公开日期", published with { Date = approved.AddDays(21) }) : null);

    private static MistakeKind Doubled(string sheet, string field) => new("文字资料", $"填了两次 {sheet}", (accounts, seed) =>
    {
        var records = accounts.Facts.Records(sheet);
        if (records.Count < 2)
        {
            return null;
        }

        var twice = new Dice(seed).One(records);
        return new Planted(Edits.Records(accounts, sheet, all => all.Append(twice)), [twice.Values[field].Place!]);
    });

    private static decimal Fact(DepartmentAccounts accounts, string sheet, string field) => accounts.Facts.Field(sheet, field)?.Number ?? 0;
}
