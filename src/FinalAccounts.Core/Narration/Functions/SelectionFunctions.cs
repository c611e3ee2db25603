using FinalAccounts.Narration.Values;
using Scriban.Runtime;

namespace FinalAccounts.Narration.Functions;

/// <summary>Helpers that choose rows and records, and test whether there is anything.</summary>
internal static class SelectionFunctions
{
    public static IEnumerable<TemplateFunction> All =>
    [
        new("有数", "{{ if 资料.出国费用 | 有数 }}", "", "数不空且不为零；文字不空；记录至少有一条", 1, 1, call => HasContent(call)),
        new("非零", "{{ for 类 in 表05.类 | 非零 \"小计\" }}", "", "只留下这一栏有数且不为零的行或记录；不写栏名时用于一组指标", 1, 2, NonZero),
        new("属于", "{{ for 款 in 表06.款 | 属于 \"301\" \"303\" }}", "", "只留下编码以此开头的行", 2, 20, Under),
        new("找", "{{ 记录 = 资料.支出用途 | 找 \"科目编码\" 类.编码 }}", "", "第一条该项内容相同的记录；没有时为空，可用 if 判断", 3, 3, Find),
    ];

    private static bool HasContent(FunctionCall call) => call[0] switch
    {
        FigureValue figure => figure.Value is not (null or 0m),
        DataObject data => data.IsPresent,
        DataList list => list.Count > 0,
        ScriptArray array => array.Count > 0,
        string text => text.Length > 0,
        null => false,
        _ => throw call.Misuse("“有数”要数据里的数、文字或记录"),
    };

    private static DataList NonZero(FunctionCall call)
    {
        var column = call.Count > 1 ? call.Text(1) : null;
        return Chosen(call, item =>
            (column is null ? item : call.Member(item, column)) switch
            {
                FigureValue figure => figure.Value is not (null or 0m),
                _ => throw call.Misuse(column is null ? "“非零”不写栏名时要一组指标" : $"“{column}”不是数"),
            });
    }

    private static DataList Under(FunctionCall call)
    {
        var codes = Enumerable.Range(1, call.Count - 1).Select(call.Text).ToList();
        return Chosen(call, item =>
            TextValue.Of(call.Member(item, "编码")) is { } code && codes.Exists(prefix => code.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static object Find(FunctionCall call)
    {
        var field = call.Text(1);
        var content = call.Text(2);
        foreach (var item in call.List())
        {
            call.Cancellation.ThrowIfCancellationRequested();
            if (TextValue.Of(call.Member(item, field)) == content)
            {
                return item!;
            }
        }

        return new NothingFound(call.ListLabel(), field, content, (call[0] as DataList)?.Place);
    }

    private static DataList Chosen(FunctionCall call, Func<object?, bool> keep)
    {
        var chosen = new List<object?>();
        foreach (var item in call.List())
        {
            call.Cancellation.ThrowIfCancellationRequested();
            if (keep(item))
            {
                chosen.Add(item);
            }
        }

        return new DataList(call.ListLabel(), chosen) { Place = (call[0] as DataList)?.Place };
    }
}
