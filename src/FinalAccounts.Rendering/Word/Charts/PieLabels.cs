using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml;
using FinalAccounts.Rendering.Drawing;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using C15 = DocumentFormat.OpenXml.Office2013.Drawing.Chart;

namespace FinalAccounts.Rendering.Word.Charts;

/// <summary>
/// The labels of a pie's slices: its name, below it amount and share as in the other formats. They stand in cells of the chart's workbook, which reckon them from the values:
/// who edits the data edits the labels. Word reads the cells since 2013; what does not, reads the same text where the field stands.
/// </summary>
internal static class PieLabels
{
    private const string LabelExtension = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}";
    private const string SeriesExtension = "{02D57815-91ED-43cb-92C2-25804820EDAC}";

    /// <summary>Nothing for a slice of zero, which the other formats leave out.</summary>
    public static string Text(Chart chart, Figure figure) => figure.Value == 0 ? "" : ChartLabels.AmountAndShare(chart, figure);

    /// <summary>What Excel reckons the label of a row from.</summary>
    public static string Formula(Chart chart, int row)
    {
        var share = chart.PercentDecimals == 0 ? "0%" : $"0.{new string('0', chart.PercentDecimals)}%";
        return string.Create(CultureInfo.InvariantCulture,
            $"IF(B{row + 2}=0,\"\",TEXT(B{row + 2},\"{ChartData.Format(chart)}\")&\"（\"&TEXT(B{row + 2}/SUM(B$2:B${chart.Categories.Count + 1}),\"{share}\")&\"）\")");
    }

    /// <summary>The labels of the series.</summary>
    public static C.DataLabels Of(Chart chart)
    {
        var labels = new C.DataLabels();
        foreach (var (index, figure) in chart.Series[0].Values.Index())
        {
            labels.AppendChild(figure is null or { Value: 0 }
                ? new C.DataLabel(new C.Index { Val = (uint)index }, new C.Delete { Val = true })
                : Label(chart, (uint)index, Text(chart, figure)));
        }

        labels.Append(Shown());
        labels.Append(new C.ShowLeaderLines { Val = true }, new C.DLblsExtensionList(new C.DLblsExtension(new C15.ShowDataLabelsRange { Val = true }) { Uri = LabelExtension }));
        return labels;
    }

    /// <summary>Where the labels stand, and what they say now.</summary>
    public static C.PieSerExtensionList Cells(Chart chart)
    {
        var cache = new C15.DataLabelsRangeChache(new C.PointCount { Val = (uint)chart.Categories.Count });
        foreach (var (index, figure) in chart.Series[0].Values.Index().Where(value => value.Item is not null))
        {
            cache.AppendChild(new C.StringPoint(new C.NumericValue(WordText.Checked(Text(chart, figure!)))) { Index = (uint)index });
        }

        return new C.PieSerExtensionList(new C.PieSerExtension(
            new C15.DataLabelsRange(new C15.Formula(ChartData.LabelCells(chart)), cache))
        { Uri = SeriesExtension });
    }

    private static C.DataLabel Label(Chart chart, uint index, string text)
    {
        var label = new C.DataLabel(
            new C.Index { Val = index },
            new C.ChartText(new C.RichText(
                new A.BodyProperties(), new A.ListStyle(),
                Line(chart, index, "CATEGORYNAME", chart.Categories[(int)index]), Line(chart, index, "CELLRANGE", text))));
        label.Append(Shown());
        label.AppendChild(new C.DLblExtensionList(new C.DLblExtension(new C15.ShowDataLabelsRange { Val = true }) { Uri = LabelExtension }));
        return label;
    }

    private static A.Paragraph Line(Chart chart, uint index, string kind, string text) => new(new A.Field(
        new A.RunProperties { Language = "zh-CN" }, new A.ParagraphProperties(), new A.Text(WordText.Checked(text)))
    { Id = Id($"{chart.Id}/{index}/{kind}"), Type = kind });

    private static OpenXmlElement[] Shown() =>
    [
        new C.DataLabelPosition { Val = C.DataLabelPositionValues.OutsideEnd },
        new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = false }, new C.ShowCategoryName { Val = true },
        new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false }, new C.Separator("\n"),
    ];

    // Fields have identities; made of their place, so that equal documents give equal bytes.
    private static string Id(string place) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(place)).AsSpan(0, 16)).ToString("B").ToUpperInvariant();
}
