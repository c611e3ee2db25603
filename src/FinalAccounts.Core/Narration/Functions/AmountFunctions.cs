using System.Globalization;
using FinalAccounts.Formatting;
using FinalAccounts.Narration.Values;

namespace FinalAccounts.Narration.Functions;

/// <summary>Helpers that print a figure by itself.</summary>
internal sealed class AmountFunctions(FigurePrinter printer)
{
    public IEnumerable<TemplateFunction> All =>
    [
        new("万元", "{{ 收支总计 | 万元 }}", "95,205.29万元", "金额，以万元印出，保留两位小数，四舍五入", 1, 1, call =>
        {
            var (figure, yuan) = call.Money();
            return new Printed([printer.Amount(call, yuan, figure.Origin)]);
        }),
        new("元", "{{ 收支总计 | 元 }}", "952,052,900元", "金额，以元印出", 1, 1, call =>
        {
            var (figure, yuan) = call.Money();
            return new Printed([printer.Yuan(yuan, figure.Origin)]);
        }),
        new("百分比", "{{ 自评资金占比 | 百分比 }}", "100%", "比率，以百分数印出", 1, 1, call =>
        {
            var (figure, ratio) = call.Known();
            return figure.Unit is FigureValue.Ratio
                ? new Printed([printer.Percent(ratio, figure.Origin)])
                : throw call.Misuse($"“{figure.Label}”不是比率；两个数之比请用“占比”或“完成率”");
        }),
        new("数量", "{{ 车辆总数 | 数量 \"辆\" }}", "63辆", "个数，后面接写明的单位；用于多条记录时是条数", 2, 2, Count),
        new("分数", "{{ 整体自评得分 | 分数 }}", "98.84", "得分等小数，不印末尾的零，单位由模板写；“分数 2”总印两位小数", 1, 2, call =>
        {
            var (figure, value) = call.Known();
            return figure.IsMoney || figure.Unit is FigureValue.Ratio
                ? throw call.Misuse($"“{figure.Label}”不是分数，请用“{(figure.IsMoney ? "万元" : "百分比")}”")
                : new Printed([Score(value, call.Count > 1 ? call.Ordinal(1) : null, figure.Origin)]);
        }),
    ];

    private static Figure Score(decimal value, int? decimals, Origin origin)
    {
        var printed = decimals is { } places ? Math.Round(value, Math.Min(places, 6), MidpointRounding.AwayFromZero) : value;
        return new Figure(decimals is { } shown ? printed.ToString($"F{Math.Min(shown, 6)}", CultureInfo.InvariantCulture) : ChineseText.Plain(value), printed, "", origin);
    }

    private static Printed Count(FunctionCall call)
    {
        var unit = call.Text(1);
        if (call[0] is DataList or Scriban.Runtime.ScriptArray)
        {
            var list = call.List();
            return new Printed([new Figure($"{list.Count}{unit}", list.Count, unit, new Origin($"{call.ListLabel()}条数", $"计数({call.ListLabel()})", list.Count, Cells(list)))]);
        }

        var (figure, value) = call.Known();
        if (figure.IsMoney || figure.Unit is FigureValue.Ratio)
        {
            throw call.Misuse($"“{figure.Label}”不是个数，请用“{(figure.IsMoney ? "万元" : "百分比")}”");
        }

        return new Printed([new Figure(ChineseText.Plain(value) + unit, value, unit, figure.Origin)]);
    }

    // A record is counted by the first of its contents.
    private static List<OriginCell> Cells(IReadOnlyList<object?> records) =>
        [.. records.OfType<DataRecord>()
            .Select(record => record.Members.Select(record.Member).OfType<CellValue>().FirstOrDefault(value => value.IsPresent && value.Origin.Cells.Count > 0))
            .OfType<CellValue>().Select(value => value.Origin.Cells[0])];
}
