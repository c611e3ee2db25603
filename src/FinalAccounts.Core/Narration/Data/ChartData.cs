using FinalAccounts.Formatting;
using FinalAccounts.Formulas;
using FinalAccounts.Narration.Functions;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration.Data;

/// <summary>Makes charts from their definitions in the set.</summary>
internal sealed class ChartData(CompiledSet set, MetricBook metrics)
{
    private readonly Dictionary<string, Chart?> made = new(StringComparer.Ordinal);

    /// <summary>The chart that the call names, made once, however often it is printed; null where it would tell nothing by the rule of its definition, and where the set took it away.</summary>
    public Chart? Make(FunctionCall call)
    {
        var name = call.Text(0);
        return made.TryGetValue(name, out var known) ? known : made[name] = Made(call, name);
    }

    private Chart? Made(FunctionCall call, string name)
    {
        if (set.Set.Removed.Charts.Contains(name))
        {
            return null;
        }

        var chart = set.Chart(name)
            ?? throw call.Unknown($"charts.yaml 里没有名为“{name}”的图", name, set.Charts.Select(known => known.Definition.Name));
        var definition = chart.Definition;
        var values = chart.Values.Select(series => series.Select(metrics.Evaluate).ToList()).ToList();
        var blank = chart.Values.SelectMany(series => series).Zip(values.SelectMany(series => series)).FirstOrDefault(point => point.Second.Number is null);
        if (blank.First is not null && !definition.SkipZero)
        {
            throw call.Missing(new FigureValue(blank.First.Text, null, "", MetricBook.Origin(blank.First.Text, blank.First, blank.Second)) { Problem = blank.Second.Problem }.Missing);
        }

        var kept = Enumerable.Range(0, definition.Categories.Count)
            .Where(i => !definition.SkipZero || values.Exists(series => series[i].Number is not (null or 0m))).ToList();
        if (!Tells(definition, kept, values))
        {
            return null;
        }

        return new Chart(
            "", definition.Kind, definition.Caption, definition.Unit,
            kept.ConvertAll(i => Filled(definition.Categories[i])),
            definition.Series.Select((series, s) => new ChartSeries(series.Name, kept.ConvertAll(i => Point(chart.Values[s][i], values[s][i], definition.Unit)))).ToList())
        {
            PercentDecimals = set.Set.Options.PercentDecimals,
        };
    }

    private static bool Tells(ChartDefinition definition, List<int> kept, List<List<FormulaValue>> values)
    {
        if (kept.Count * values.Count < definition.LeastValues)
        {
            return false;
        }

        var slices = kept.ConvertAll(i => values[0][i].Number ?? 0);
        var sum = slices.Sum();
        return definition.LeastShare == 0 || sum <= 0 || slices.Exists(slice => slice < 0) || slices.Count(slice => 100 * slice / sum >= definition.LeastShare) > 1;
    }

    private static Figure? Point(CompiledFormula formula, FormulaValue point, string unit) => point.Number is not { } value ? null
        : unit == "万元"
            ? new Figure(AmountFormat.Table.Print(value), AmountFormat.Rounded(value), unit, MetricBook.Origin(formula.Text, formula, point))
            : new Figure(ChineseText.Plain(value), value, unit, MetricBook.Origin(formula.Text, formula, point));

    private string Filled(string text) => text
        .Replace("{年度}", $"{metrics.Accounts.FiscalYear}", StringComparison.Ordinal)
        .Replace("{上年}", $"{metrics.Accounts.FiscalYear - 1}", StringComparison.Ordinal);
}
