using FinalAccounts.Documents;
using FinalAccounts.Formatting;
using FinalAccounts.Narration.Functions;
using FinalAccounts.Narration.Sandbox;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration.Data;

/// <summary>Makes charts from their definitions in the set.</summary>
internal sealed class ChartData(TemplateSet set, IFigureSource figures, int fiscalYear)
{
    public Chart Make(FunctionCall call)
    {
        var name = call.Text(0);
        var definition = set.Charts.FirstOrDefault(chart => chart.Name == name)
            ?? throw call.Mistake(
                NarrationRules.Unknown, $"charts.yaml 里没有名为“{name}”的图{Suggestion.For(name, set.Charts.Select(chart => chart.Name))}");
        var values = definition.Series.Select((series, s) =>
            series.Formulas.Select((formula, i) => figures.Formula(formula, i < series.Places.Count ? series.Places[i] : definition.Place)).ToList()).ToList();
        if (values.SelectMany(series => series).FirstOrDefault(figure => figure.Value is null) is { } blank && !definition.SkipZero)
        {
            throw call.Mistake(NarrationRules.Blank, $"图“{name}”缺少一个数：{blank.Origin.Label}是空的，请补上或用 if 判断后不印这幅图");
        }

        var kept = Enumerable.Range(0, definition.Categories.Count)
            .Where(i => !definition.SkipZero || values.Exists(series => series[i].Value is not (null or 0m))).ToList();
        return new Chart(
            "", definition.Kind, definition.Caption, definition.Unit,
            kept.ConvertAll(i => Filled(definition.Categories[i])),
            definition.Series.Select((series, s) => new ChartSeries(series.Name, kept.ConvertAll(i => Point(values[s][i], definition.Unit)))).ToList());
    }

    private static Figure? Point(SourcedFigure figure, string unit) => figure.Value is not { } value ? null
        : unit == "万元"
            ? new Figure(AmountFormat.Table.Print(value), AmountFormat.Rounded(value), unit, figure.Origin)
            : new Figure(ChineseText.Plain(value), value, unit, figure.Origin);

    private string Filled(string text) => text
        .Replace("{年度}", $"{fiscalYear}", StringComparison.Ordinal)
        .Replace("{上年}", $"{fiscalYear - 1}", StringComparison.Ordinal);
}
