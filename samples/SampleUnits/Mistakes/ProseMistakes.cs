using System.Globalization;
using System.Text.RegularExpressions;
using FinalAccounts.Accounts;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>Mistakes in what offices write, and in the form of the document: a kind for each that the checks claim to find and an office can make.</summary>
internal static partial class ProseMistakes
{
    private static readonly string[] Results = ["项目自评结果", "整体自评结果"];

    /// <summary>The kinds.</summary>
    public static IEnumerable<MistakeKind> All() =>
    [
        .. Results.Select(sheet => Prose("末位差1", sheet, "内容", (text, _) => Budget().Replace(text, match => Last(match), 1))),
        .. Results.Select(sheet => Prose("金额错一位", sheet, "内容", (text, dice) => Amount().Replace(text, match => Wrong(match, dice), 1))),
        .. Results.Select(sheet => Prose("执行率差1%", sheet, "内容", (text, _) => Rate().Replace(text, match => $"执行率{Shown(Number(match) == 100 ? 98.7m : Number(match) + 1)}%", 1))),
        .. Results.Select(sheet => Prose("得分差0.1", sheet, "内容", (text, _) => Score().Replace(text, match => $"得分为{Shown(Number(match) - 0.1m)}分", 1))),
        Prose("没有千分位", "项目自评结果", "内容", (text, _) => Thousands().Replace(text, match => match.Value.Replace(",", "", StringComparison.Ordinal), 1)),
        Prose("小数位数不一", "项目自评结果", "内容", (text, _) => Amount().Replace(text, match => match.Value.Replace(match.Groups["n"].Value, match.Groups["n"].Value[..^1], StringComparison.Ordinal), 1)),
        Prose("元当作万元", "项目自评结果", "内容", (text, _) => Budget().Replace(text, match => match.Value.Replace("万元", "元", StringComparison.Ordinal), 1)),
        Prose("占位没有填", "主要职责", "内容", (text, _) => text + "由XX部门负责。"),
        Prose("留着填写说明", "重点工作", "内容", (text, _) => text + "（请按实际情况填写）"),
        Prose("两个说法都留着", "自评结果应用", "内容", (text, _) => text + "预算安排增加（减少）。"),
        Prose("标点重复", "重点工作", "内容", (text, _) => text.TrimEnd('。', '；') + "。。"),
        Prose("末尾是分号", "自评结果应用", "内容", (text, _) => text.TrimEnd('。', '；') + "；"),
        Prose("末尾没有标点", "自评结果应用", "内容", (text, _) => text.TrimEnd('。', '；')),
        Prose("末尾没有标点", "重点工作", "内容", (text, _) => text.TrimEnd('。', '；')),
        Prose("占比之和不是100%", "重点工作", "内容", (text, _) => text + "支出构成为：民生占81.2%，其他占19.8%。"),
        Prose("全角数字", "重点工作", "内容", (text, _) => text + "完成重点任务１２３项。"),
        Prose("年份不完整", "重点工作", "内容", (text, _) => text + "这是202年度的重点。"),
        Prose("别的年度的决算", "重点工作", "内容", (text, _) => text + "详见2022年度部门决算。"),
        Prose("标题年份不对", "项目自评表", "表题", (text, _) => text.Replace("2023", "2022", StringComparison.Ordinal)),
        Prose("标题年份不对", "项目自评表", "结果标题", (text, _) => text.Replace("2023", "2022", StringComparison.Ordinal)),
        Prose("单位名称多一字", "整体自评结果", "内容", (text, _) => UnitName().Replace(text, match => match.Groups["n"].Value.Insert(match.Groups["n"].Length - 1, "总") + match.Groups["y"].Value, 1)),
        Fact("年份差1", "项目自评表", "填报日期", value => value with { Date = value.Date?.AddYears(-1) }),
        Fact("年份差1", "整体自评表", "填报日期", value => value with { Date = value.Date?.AddYears(-1) }),
        Fact("错误值 #REF!", "项目自评表", "总分", value => value with { Number = null, Error = "#REF!" }),
        Fact("错误值 #REF!", "整体自评表", "总分", value => value with { Number = null, Error = "#REF!" }),
        Term(),
    ];

    private static MistakeKind Prose(string what, string sheet, string field, Func<string, Dice, string> change) =>
        new("文字", $"{what} {sheet}.{field}", (accounts, seed) =>
        {
            var dice = new Dice(seed);
            return Plant(accounts, sheet, field, dice, value => value.Text is { } text ? value with { Text = change(text, dice) } : value);
        })
        { InDocument = true };

    private static MistakeKind Fact(string what, string sheet, string field, Func<FactValue, FactValue> change) =>
        new("文字", $"{what} {sheet}.{field}", (accounts, seed) => Plant(accounts, sheet, field, new Dice(seed), change)) { InDocument = true };

    private static MistakeKind Term() => new("文字", "解释了没有用到的科目 名词", (accounts, _) =>
    {
        var place = new Documents.Place("文字资料", "名词", "多出的一条");
        var term = new FactRecord(new Dictionary<string, FactValue>
        {
            ["名词"] = new FactValue(place) { Text = "科学技术支出（类）科学技术普及（款）青少年科技活动（项）" },
            ["解释"] = new FactValue(place) { Text = "反映青少年科技活动方面的支出。" },
        });
        return new Planted(Edits.Records(accounts, "名词", all => all.Append(term)), [place]);
    })
    { InDocument = true };

    private static Planted? Plant(DepartmentAccounts accounts, string sheet, string field, Dice dice, Func<FactValue, FactValue> change)
    {
        var places = accounts.Facts.Records(sheet).Select((record, i) => (i, Value: record.Values.GetValueOrDefault(field)))
            .Where(one => one.Value?.Place is not null && change(one.Value) != one.Value).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var (at, value) = dice.One(places);
        return Edits.Fact(accounts, sheet, at, field, change(value!));
    }

    private static string Last(Match match)
    {
        var written = match.Groups["n"].Value;
        var last = written[^1] == '9' ? '8' : (char)(written[^1] + 1);
        return match.Value.Replace(written, written[..^1] + last, StringComparison.Ordinal);
    }

    private static string Wrong(Match match, Dice dice)
    {
        var changed = Slips.Digit(Number(match), 1, dice) ?? Number(match) + 1;
        return match.Value.Replace(match.Groups["n"].Value, changed.ToString("#,##0.00", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static decimal Number(Match match) => decimal.Parse(match.Groups["n"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Shown(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(全年预算数?|调整后预算数?)(?<n>[0-9,]+\.[0-9]{2})万元")]
    private static partial Regex Budget();

    [GeneratedRegex(@"(执行数?|预算数?)(?<n>[0-9,]+\.[0-9]{2})万元")]
    private static partial Regex Amount();

    [GeneratedRegex(@"(执行数?|预算数?)(?<n>[0-9]{1,3},[0-9,]+\.[0-9]{2})万元")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"执行率(?<n>[0-9.]+)%")]
    private static partial Regex Rate();

    [GeneratedRegex(@"^(?<n>[^0-9，。（]{4,30})(?<y>[0-9]{4}年度)")]
    private static partial Regex UnitName();

    [GeneratedRegex(@"得分为(?<n>[0-9.]+)分")]
    private static partial Regex Score();
}
