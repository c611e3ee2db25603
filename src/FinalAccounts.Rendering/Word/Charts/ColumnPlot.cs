using DocumentFormat.OpenXml;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace FinalAccounts.Rendering.Word.Charts;

/// <summary>Upright columns, grouped by category, with their values above them.</summary>
internal static class ColumnPlot
{
    private const uint CategoryAxis = 1;
    private const uint ValueAxis = 2;

    public static OpenXmlElement[] Of(Chart chart, Theme theme)
    {
        var plot = new C.BarChart(
            new C.BarDirection { Val = C.BarDirectionValues.Column },
            new C.BarGrouping { Val = C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false });
        for (var index = 0; index < chart.Series.Count; index++)
        {
            plot.AppendChild(Series(chart, index, theme));
        }

        plot.Append(new C.GapWidth { Val = 200 }, new C.Overlap { Val = -10 }, new C.AxisId { Val = CategoryAxis }, new C.AxisId { Val = ValueAxis });
        return [plot, Categories(), Values(chart)];
    }

    private static C.BarChartSeries Series(Chart chart, int index, Theme theme) => new(
        new C.Index { Val = (uint)index },
        new C.Order { Val = (uint)index },
        ChartData.Name(chart, index),
        ChartColors.Fill(theme, index),
        new C.InvertIfNegative { Val = false },
        new C.DataLabels(
            new C.NumberingFormat { FormatCode = ChartData.Format(chart), SourceLinked = false },
            new C.DataLabelPosition { Val = C.DataLabelPositionValues.OutsideEnd },
            new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false },
            new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false }),
        ChartData.Categories(chart),
        ChartData.Values(chart, index));

    private static C.CategoryAxis Categories() => new(
        new C.AxisId { Val = CategoryAxis },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        ChartColors.Line("7F7F7F"),
        new C.CrossingAxis { Val = ValueAxis },
        new C.Crosses { Val = C.CrossesValues.AutoZero });

    private static C.ValueAxis Values(Chart chart) => new(
        new C.AxisId { Val = ValueAxis },
        // From zero, or heights would say something else than the values.
        chart.Series.SelectMany(series => series.Values).All(figure => figure is null || figure.Value >= 0)
            ? new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MinAxisValue { Val = 0 })
            : new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Left },
        new C.MajorGridlines(ChartColors.Line("D9D9D9")),
        new C.NumberingFormat { FormatCode = "#,##0", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        ChartColors.NoLine(),
        new C.CrossingAxis { Val = CategoryAxis },
        new C.Crosses { Val = C.CrossesValues.AutoZero });
}
