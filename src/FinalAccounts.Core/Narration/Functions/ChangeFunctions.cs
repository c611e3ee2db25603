using FinalAccounts.Formatting;
using FinalAccounts.Narration.Values;

namespace FinalAccounts.Narration.Functions;

/// <summary>
/// Helpers that compare a figure with last year's or with another one. Word, amount and percentage follow from the same
/// exact difference in 元, so that they always agree.
/// </summary>
internal sealed class ChangeFunctions(FigurePrinter printer)
{
    public IEnumerable<TemplateFunction> All =>
    [
        new("增减额", "{{ 收支总计 | 增减额 }}", "增加14,424.55万元", "与上年相比增加或减少的金额；相等时印“持平”", 1, 1,
            call => Amount(call, WithPrior(call))),
        new("增减幅", "{{ 收支总计 | 增减幅 }}", "增长17.9%", "与上年相比增长或下降的百分数；相等时印“持平”；上年为空或为零时是差错，先用“可比”判断", 1, 1,
            call => Percentage(call, WithPrior(call), "可比", "下降")),
        new("增减词", "{{ 收支总计 | 增减词 }}", "增加", "增加、减少或持平；可在 if 里与这三个词比较；模板集定了多小算基本持平的，也算持平", 1, 1,
            call => WithPrior(call) is var change && IsSame(change) ? ChineseText.ChangeWord(0) : ChineseText.ChangeWord(change.Difference)),
        new("可比", "{{ if 收支总计 | 可比 }}", "", "上年数不空且大于零，能算增减幅度", 1, 1,
            call => Comparable(call).Prior?.Value is > 0 && call.Figure().IsPresent),
        new("有上年", "{{ if 收支总计 | 有上年 }}", "", "上年数不空，为零也算", 1, 1, call => Comparable(call).Prior?.Value is not null),
        new("比较额", "{{ 机关运行经费 | 比较额 机关运行经费预算 }}", "减少1,094.92万元", "与另一个数相比增加或减少的金额；相等时印“持平”", 2, 2,
            call => Amount(call, WithOther(call))),
        new("比较幅", "{{ 机关运行经费 | 比较幅 机关运行经费预算 }}", "下降22.6%", "与另一个数相比增长或下降的百分数；另一个数为空或为零是差错；“下降”可换说法，如 比较幅 预算 \"降低\"", 2, 3,
            call => Percentage(call, WithOther(call), "有数", call.Count > 2 ? call.Text(2) : "下降")),
        new("比较词", "{{ 机关运行经费 | 比较词 机关运行经费预算 }}", "减少", "与另一个数相比：增加、减少或持平", 2, 2,
            call => ChineseText.ChangeWord(WithOther(call).Difference)),
        new("持平词", "{{ 收支总计 | 持平词 }}", "增加", "增减词、比较词是“持平”时的说法，由模板集定：持平、等于、无增减变化，变化很小的是基本持平；不持平时同增减词、比较词；与另一个数相比写 持平词 预算", 1, 2,
            call => (call.Count > 1 ? WithOther(call) : WithPrior(call)) is var change && IsSame(change) ? printer.Same(change.Difference) : ChineseText.ChangeWord(change.Difference)),
    ];

    // Against the budget every difference has to be explained.
    private bool IsSame(Comparison comparison) =>
        comparison.Difference == 0 || (comparison.IsPrior && printer.IsNearlySame(comparison.Difference, comparison.Base));

    private Printed Amount(FunctionCall call, Comparison comparison)
    {
        var origin = comparison.Origin("增减额");
        return IsSame(comparison)
            ? new Printed([new Text(printer.Same(comparison.Difference), origin)])
            : comparison.Left.IsMoney
                ? new Printed([new Text(ChineseText.ChangeWord(comparison.Difference), origin), printer.Amount(call, Math.Abs(comparison.Difference), origin)])
                : throw call.Misuse($"“{comparison.Left.Label}”不是金额");
    }

    private Printed Percentage(FunctionCall call, Comparison comparison, string guard, string fallWord)
    {
        if (comparison.Base <= 0)
        {
            throw call.Misuse(
                $"{comparison.Right.Label}是{ChineseText.Plain(comparison.Base)}，算不出幅度：请先用 {{{{ if … | {guard} }}}} 判断，另写一句");
        }

        var ratio = comparison.Difference / comparison.Base;
        var origin = comparison.Origin("增减幅") with { Exact = ratio, Formula = $"({comparison.Formula}) / {comparison.Right.Label}" };
        var word = comparison.Difference < 0 ? fallWord : ChineseText.GrowthWord(comparison.Difference);
        return IsSame(comparison)
            ? new Printed([new Text(printer.Same(comparison.Difference), origin)])
            : new Printed([new Text(word, origin), printer.Percent(Math.Abs(ratio), origin)]);
    }

    private static FigureValue Comparable(FunctionCall call)
    {
        var figure = call.Figure();
        return figure.IsMetric ? figure : throw call.Misuse($"“{figure.Label}”没有上年数：只有指标能与上年比较");
    }

    private static Comparison WithPrior(FunctionCall call)
    {
        Comparable(call);
        var (figure, value) = call.Known();
        return figure.Prior is { Value: { } prior } before
            ? new Comparison(figure, value, before, prior) { IsPrior = true }
            : throw call.Missing(new MissingData("没有这些上年数：{0}。请一并导入上年公开表，或在文字资料“上年数”里各填一行。", null) { Item = figure.Name, Sheet = Formulas.PriorFigures.Sheet, Key = Formulas.PriorFigures.NameField });
    }

    private static Comparison WithOther(FunctionCall call)
    {
        var (figure, value) = call.Known();
        var (other, reference) = call.Known(1);
        return figure.Unit == other.Unit
            ? new Comparison(figure, value, other, reference)
            : throw call.Misuse($"“{figure.Label}”（{figure.Unit}）与“{other.Label}”（{other.Unit}）单位不同，不能比较");
    }

    private sealed record Comparison(FigureValue Left, decimal Value, FigureValue Right, decimal Base)
    {
        // Amounts that are printed alike are the same to the reader: what an office types in 万元 meets tables in 元.
        public decimal Difference =>
            Left.IsMoney && AmountFormat.Rounded(Value) == AmountFormat.Rounded(Base) ? 0 : Value - Base;

        public bool IsPrior { get; init; }

        public string Formula => $"{Left.Label} - {Right.Label}";

        public Origin Origin(string what) => FigurePrinter.Between($"{Left.Label}{what}", Left, Formula, Right, Difference);
    }
}
