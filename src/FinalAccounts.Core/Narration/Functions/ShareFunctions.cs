using FinalAccounts.Formatting;
using FinalAccounts.Narration.Values;

namespace FinalAccounts.Narration.Functions;

/// <summary>Helpers that print one figure as a percentage of another.</summary>
internal sealed class ShareFunctions(FigurePrinter printer)
{
    public IEnumerable<TemplateFunction> All =>
    [
        new("占比", "{{ 基本支出 | 占比 本年支出合计 }}", "52.6%", "占另一个数的百分数；另一个数为空或为零是差错，先用“有数”判断", 2, 2, call => Share(call, "占比")),
        new("完成率", "{{ 三公经费决算 | 完成率 三公经费预算 }}", "100%", "完成另一个数（预算）的百分数", 2, 2, call => Share(call, "完成率")),
    ];

    private Printed Share(FunctionCall call, string what)
    {
        var (part, value) = call.Known();
        var (whole, total) = call.Known(1);
        if (part.Unit != whole.Unit)
        {
            throw call.Misuse($"“{part.Label}”（{part.Unit}）与“{whole.Label}”（{whole.Unit}）单位不同，不能算{what}");
        }

        if (total == 0)
        {
            throw call.Misuse($"{whole.Label}是{ChineseText.Plain(total)}，算不出{what}：请先用 {{{{ if … | 有数 }}}} 判断，另写一句");
        }

        var ratio = value / total;
        return new Printed(
            [printer.Percent(ratio, FigurePrinter.Between($"{part.Label}{what}", part, $"{part.Label} / {whole.Label}", whole, ratio))]);
    }
}
