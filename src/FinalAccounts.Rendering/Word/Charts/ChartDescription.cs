using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Word.Charts;

/// <summary>A chart in words, for people who cannot see it.</summary>
internal static class ChartDescription
{
    public static string Of(Chart chart) =>
        $"{chart.Caption}（{chart.Unit}）。{string.Join('；', chart.Series.Select(series => Of(chart, series)))}。";

    private static string Of(Chart chart, ChartSeries series) =>
        $"{series.Name}：{string.Join('，', chart.Categories.Select((category, index) => $"{category} {series.Values[index]?.Text ?? "无"}"))}";
}
