using DocumentFormat.OpenXml;
using FinalAccounts.Documents;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace FinalAccounts.Rendering.Word.Charts;

/// <summary>A pie with name, value and share beside each slice; a slice of zero stays in the data and has no label.</summary>
internal static class PiePlot
{
    public static OpenXmlElement[] Of(Chart chart, Theme theme)
    {
        var series = new C.PieChartSeries(new C.Index { Val = 0 }, new C.Order { Val = 0 }, ChartData.Name(chart, 0));
        for (var index = 0; index < chart.Categories.Count; index++)
        {
            series.AppendChild(new C.DataPoint(
                new C.Index { Val = (uint)index }, new C.Bubble3D { Val = false }, ChartColors.Fill(theme, index, edge: "FFFFFF")));
        }

        series.Append(Labels(chart), ChartData.Categories(chart), ChartData.Values(chart, 0));
        return [new C.PieChart(new C.VaryColors { Val = true }, series, new C.FirstSliceAngle { Val = 0 })];
    }

    private static C.DataLabels Labels(Chart chart)
    {
        var labels = new C.DataLabels();
        for (var index = 0; index < chart.Categories.Count; index++)
        {
            if (chart.Series[0].Values[index] is null or { Value: 0 })
            {
                labels.AppendChild(new C.DataLabel(new C.Index { Val = (uint)index }, new C.Delete { Val = true }));
            }
        }

        labels.Append(
            new C.NumberingFormat { FormatCode = chart.PercentDecimals == 0 ? "0%" : $"0.{new string('0', chart.PercentDecimals)}%", SourceLinked = false },
            new C.DataLabelPosition { Val = C.DataLabelPositionValues.OutsideEnd },
            new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = false }, new C.ShowCategoryName { Val = true },
            new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = true }, new C.ShowBubbleSize { Val = false },
            new C.Separator("\n"), new C.ShowLeaderLines { Val = true });
        return labels;
    }
}
