using FinalAccounts.Formatting;
using FinalAccounts.Narration.Values;

namespace FinalAccounts.Narration.Functions;

/// <summary>Helpers that print numbers of order, dates, enumerations and reasons.</summary>
/// <param name="reason">The reason that the facts give for an item; blank when there is none.</param>
/// <param name="subject">The functional subject with this code.</param>
internal sealed class WordFunctions(Func<string, TextValue> reason, Func<FunctionCall, object> subject)
{
    public IEnumerable<TemplateFunction> All =>
    [
        new("序号", "{{ 序号 for.index + 1 }}", "1", "第几，阿拉伯数字", 1, 1, call => Numbered(call, number => $"{number}")),
        new("中文序号", "{{ 中文序号 for.index + 1 }}", "一", "第几，中文数字", 1, 1, call => Numbered(call, ChineseText.Numeral)),
        new("中文日期", "{{ 资料.基本情况.公开日期 | 中文日期 }}", "2024年9月29日", "日期", 1, 1, call => call[0] switch
        {
            DateValue { Date: { } date } value => new Printed([new Text(ChineseText.Date(date, value.Exactness), value.Origin)]),
            CellValue { IsPresent: false } blank => throw call.Missing(blank.Missing),
            TextValue { IsError: true } wrong => throw call.Missing(wrong.Missing),
            _ => throw call.Misuse("“中文日期”要数据里的日期"),
        }),
        new("列举", "{{ 列举 公用项 }}", "办公费、印刷费、手续费", "用顿号连接；行和记录取“名称”", 1, 1, Enumerate),
        new("接", "{{ 单位名称 | 接 \"部门决算\" }}", "", "在名称后面接词；名称以“部”“部门”“单位”结尾时，接的词不再重复开头的“部门”“单位”", 2, 2, Joined),
        new("主要原因", "{{ 收支总计 | 主要原因 }}", "一是管委会机关及园区人员增加……", "原因说明中事项与指标同名的原因；没有是差错", 1, 1, call =>
        {
            var found = reason(call.Figure().Name);
            return found.IsPresent ? found : throw call.Missing(found.Missing);
        }),
        new("科目", "{{ (科目 项.编码).全称 }}", "一般公共服务支出（类）财政事务（款）财政国库业务（项）",
            "功能分类科目，有 .编码 .名称 .全称 .释义；释义取单位自己的名词，没有时取模板集的", 1, 1, subject),
    ];

    private static Printed Numbered(FunctionCall call, Func<int, string> print)
    {
        var number = call.Ordinal();
        return new Printed([new Text(print(number), new Origin("序号", null, number, []))]);
    }

    // 社会工作部 + 部门决算 is 社会工作部决算.
    private static Printed Joined(FunctionCall call)
    {
        var (name, words) = (call.Text(0), call.Text(1));
        var doubled = Doubled.FirstOrDefault(pair => name.EndsWith(pair.End, StringComparison.Ordinal) && words.StartsWith(pair.Begin, StringComparison.Ordinal)).Begin;
        return new Printed([new Text(name, (call[0] as CellValue)?.Origin), new Text(doubled is null ? words : words[doubled.Length..])]);
    }

    private static readonly (string End, string Begin)[] Doubled = [("部门", "部门"), ("部", "部门"), ("单位", "单位"), ("办事处", "街道办事处")];

    private static Printed Enumerate(FunctionCall call)
    {
        var items = call.List();
        if (items.Count == 0)
        {
            throw call[0] is DataList { IsFacts: true } sheet
                ? call.Missing(new MissingData($"{sheet.Label.Replace("资料.", "", StringComparison.Ordinal)}一行也没有，文字里要逐条列出。请填写。", sheet.Place))
                : call.Misuse($"“{call.ListLabel()}”一条也没有，不能列举：请先用 {{{{ if … | 有数 }}}} 判断");
        }

        var inlines = new List<Inline>();
        foreach (var item in items)
        {
            if (inlines.Count > 0)
            {
                inlines.Add(new Text("、"));
            }

            Text name = (item is DataRecord row ? call.Member(row, "名称") : item) switch
            {
                TextValue { Text: { } text } value => new Text(text, value.Origin),
                CellValue { IsPresent: false } blank => throw call.Missing(blank.Missing),
                FigureValue figure => new Text(figure.Name, figure.Origin),
                string text when !Markers.AreIn(text) => new Text(text),
                _ => throw call.Misuse("“列举”要名称、行或记录"),
            };
            call.Makes(PrintedSize.Of(name) + new PrintedSize(1, 1));
            inlines.Add(name);
        }

        return call.Made(new Printed(inlines));
    }
}
