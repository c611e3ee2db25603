using DocumentFormat.OpenXml;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace FinalAccounts.Rendering.Word.Charts;

/// <summary>A pie with name, amount and share beside each slice; a slice of zero stays in the data and has no label.</summary>
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

        series.Append(PieLabels.Of(chart), ChartData.Categories(chart), ChartData.Values(chart, 0), PieLabels.Cells(chart));
        return [new C.PieChart(new C.VaryColors { Val = true }, series, new C.FirstSliceAngle { Val = 0 })];
    }
}
