using System.Globalization;
using FinalAccounts.Templates;

namespace FinalAccounts.Design;

/// <summary>An option of a set as people choose it: the key of set.yaml with its value as text.</summary>
/// <param name="Key">As set.yaml writes it.</param>
/// <param name="Title">What is chosen, in Chinese.</param>
/// <param name="Hint">What it changes, with an example.</param>
/// <param name="Values">The values with what each means; empty for a line that is typed.</param>
public sealed record SetChoice(
    string Key, string Title, string Hint, IReadOnlyList<(string Value, string Title)> Values, Func<SetOptions, string> Get, Func<SetOptions, string, SetOptions> With)
{
    /// <summary>Characters of a typed line.</summary>
    public const int LongestLine = 100;

    /// <summary>No line above the tables.</summary>
    public const string NoLine = "none";

    private static readonly (string, string)[] Budgets = [("全年预算", "全年预算"), ("年初预算", "年初预算")];

    /// <summary>All options, in the order in which they are asked.</summary>
    public static IReadOnlyList<SetChoice> All { get; } =
    [
        Flag("separateThousands", "文字里的千分位", "95,205.29 或 95205.29", "用千分位", "不用", options => options.SeparateThousands, (options, on) => options with { SeparateThousands = on }),
        Flag("separateTableThousands", "表里的千分位", "95,205.29 或 95205.29", "用千分位", "不用", options => options.SeparateTableThousands, (options, on) => options with { SeparateTableThousands = on }),
        Flag("printZeroCells", "表里的零", "单张表另有写法的，以那张表为准", "印 0.00", "印空格", options => options.PrintZeroCells, (options, on) => options with { PrintZeroCells = on }),
        Flag("trimWholeAmounts", "整数金额", "180万元 或 180.00万元", "180万元", "180.00万元", options => options.TrimWholeAmounts, (options, on) => options with { TrimWholeAmounts = on }),
        new("percentDecimals", "百分数的小数", "52.6% 或 52.60%", [.. Enumerable.Range(0, 5).Select(count => ($"{count}", $"{count} 位"))],
            options => $"{options.PercentDecimals}", (options, value) => options with { PercentDecimals = int.Parse(value, CultureInfo.InvariantCulture) }),
        Flag("trimPercent", "整数百分数", "64% 或 64.0%", "64%", "64.0%", options => options.TrimPercent, (options, on) => options with { TrimPercent = on }),
        Flag("bareZeroPercent", "恰好为零的占比", "0% 或 0.00%", "0%", "按小数位", options => options.BareZeroPercent, (options, on) => options with { BareZeroPercent = on }),
        new("sameWord", "没有变化时的说法", "与上年度相比，收入合计持平", [.. SetOptions.SameWords.Select(word => (word, word))], options => options.SameWord, (options, value) => options with { SameWord = value }),
        new("nearlySame", "变化多小算基本持平", "与上年相比不到这个百分数的，写“基本持平”，不要原因",
            [("0", "不用“基本持平”"), ("0.1", "不到 0.1%"), ("0.5", "不到 0.5%"), ("1", "不到 1%")],
            options => options.NearlySame.ToString("0.##", CultureInfo.InvariantCulture), (options, value) => options with { NearlySame = decimal.Parse(value, CultureInfo.InvariantCulture) }),
        new("budgetBase", "决算与哪个预算比", "文字里的名称和取的数一起变", Budgets, options => options.BudgetBase == BudgetBase.Initial ? "年初预算" : "全年预算",
            (options, value) => options with { BudgetBase = value == "年初预算" ? BudgetBase.Initial : BudgetBase.Adjusted }),
        Flag("bothBudgets", "写几个预算", "年初预算为…，全年预算为…，支出决算为…", "年初预算和全年预算都写", "只写比的那一个", options => options.BothBudgets, (options, on) => options with { BothBudgets = on }),
        Flag("listRevenueStructure", "收入结构", "文字里逐项写来源的金额和占比", "文字和图", "只有图", options => options.ListRevenueStructure, (options, on) => options with { ListRevenueStructure = on }),
        Flag("listZeroSources", "为零的来源", "逐项写来源时", "也写", "不写", options => options.ListZeroSources, (options, on) => options with { ListZeroSources = on }),
        Flag("zeroAsNone", "为零的一项怎样写", "经营收入0万元，占0%；或：无经营收入", "无经营收入", "0万元，占0%", options => options.ZeroAsNone, (options, on) => options with { ZeroAsNone = on }),
        Flag("listByProject", "一般公共预算支出先按项目说明", "再按功能分类说明", "先按项目", "只按功能分类", options => options.ListByProject, (options, on) => options with { ListByProject = on }),
        Flag("procurementShare", "授予中小企业合同的占比", "政府采购一节", "写", "不写", options => options.ProcurementShare, (options, on) => options with { ProcurementShare = on }),
        Line("tableOwner", "表的左上方", "如 部门：{公开名称}；空着不印", options => options.TableOwner, (options, text) => options with { TableOwner = text }),
        Line("tableUnit", "表的右上方", "如 金额单位：万元；空着不印", options => options.TableUnit, (options, text) => options with { TableUnit = text }),
    ];

    /// <summary>The options with one of the values; null where the value is none of them.</summary>
    public SetOptions? Chosen(SetOptions options, string value) => Values.Count == 0
        ? value.Length <= LongestLine && !value.Any(char.IsControl) ? With(options, value.Trim()) : null
        : Values.Any(one => one.Value == value) || value == Get(options) ? With(options, value) : null;

    private static SetChoice Flag(string key, string title, string hint, string on, string off, Func<SetOptions, bool> get, Func<SetOptions, bool, SetOptions> with) =>
        new(key, title, hint, [("true", on), ("false", off)], options => get(options) ? "true" : "false", (options, value) => with(options, value == "true"));

    private static SetChoice Line(string key, string title, string hint, Func<SetOptions, string?> get, Func<SetOptions, string?, SetOptions> with) =>
        new(key, title, hint, [], options => get(options) ?? NoLine, (options, text) => with(options, text.Length == 0 || text == NoLine ? null : text));
}
