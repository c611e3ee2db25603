using System.Globalization;
using System.Xml.Linq;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Drawing;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Tests.Rendering.Html;

public sealed class ChartSvgTests
{
    [Fact]
    public void ColumnsCarryValuesCategoriesAndUnit()
    {
        var texts = Texts(Draw(ChartKind.Column, ["2022年度", "2023年度"], 80780.74m, 95205.29m));
        Assert.Contains("单位：万元", texts);
        Assert.Contains("80,780.74", texts);
        Assert.Contains("95,205.29", texts);
        Assert.Contains("2022年度", texts);
        Assert.Contains("100,000", texts);
    }

    [Fact]
    public void NegativeColumnHangsBelowZeroAndThePositiveStandsOnIt()
    {
        var boxes = Boxes(Draw(ChartKind.Column, ["增", "减"], 50m, -25m));
        Assert.Equal(boxes[0].Y + boxes[0].Height, boxes[1].Y, 1);
        Assert.Equal(boxes[0].Height, 2 * boxes[1].Height, 1);
    }

    [Fact]
    public void MissingValueDrawsNoColumn() => Assert.Single(Boxes(Draw(ChartKind.Column, ["一", "二"], 5m, null)));

    [Fact]
    public void LongNameIsWrappedAndNotCut()
    {
        const string Name = "政府性基金预算财政拨款收入以及国有资本经营预算财政拨款收入和其他各项收入";
        foreach (var kind in Enum.GetValues<ChartKind>())
        {
            var texts = Texts(Draw(kind, [Name, "乙", "丙", "丁"], 4m, 3m, 2m, 1m));
            Assert.Contains(Name, string.Concat(texts), StringComparison.Ordinal);
            Assert.DoesNotContain(Name, texts);
        }
    }

    [Fact]
    public void PieOfOneSliceIsAWholeCircle()
    {
        var svg = Draw(ChartKind.Pie, ["财政拨款收入", "其他收入"], 10m, 0m);
        Assert.Single(svg.Descendants("circle"));
        Assert.Contains("10（100.0%）", Texts(svg));
        Assert.DoesNotContain("其他收入", Texts(svg));
        Assert.Contains("其他收入 0", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void PieOfZerosSaysSo() => Assert.Contains("各项均为零", Texts(Draw(ChartKind.Pie, ["甲", "乙"], 0m, 0m)));

    [Fact]
    public void PieWithANegativePartBecomesColumns() => Assert.Equal(2, Boxes(Draw(ChartKind.Pie, ["甲", "乙"], 3m, -1m)).Count);

    [Fact]
    public void PieLabelsDoNotOverlap()
    {
        var svg = Draw(ChartKind.Pie, ["大", .. Enumerable.Range(1, 12).Select(i => $"小项{i}")], [1000m, .. Enumerable.Repeat<decimal?>(1m, 12)]);
        var labels = svg.Descendants("text").Skip(1).GroupBy(text => (string)text.Attribute("text-anchor")!);
        foreach (var side in labels)
        {
            var lines = side.Select(text => double.Parse((string)text.Attribute("y")!, CultureInfo.InvariantCulture)).Order().ToList();
            Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.Second - pair.First >= ChartDrawing.FontSize));
        }
        var height = double.Parse(((string)svg.Attribute("viewBox")!).Split(' ')[3], CultureInfo.InvariantCulture);
        Assert.All(svg.Descendants("text"), text =>
            Assert.InRange(double.Parse((string)text.Attribute("y")!, CultureInfo.InvariantCulture), ChartDrawing.FontSize, height));
    }

    [Fact]
    public void PercentagesFollowFromExactValues()
    {
        Figure Of(decimal shown, decimal exact) => new($"{shown}万元", shown, "万元", new Origin("", null, exact, []));
        var chart = new Chart("c", ChartKind.Pie, "图", "万元", ["甲", "乙"], [new("", [Of(0.10m, 949m), Of(0.10m, 1051m)])]);
        Assert.Contains("0.10（47.5%）", Texts(Draw(chart)));
        Assert.Contains("0.10（47.45%）", Texts(Draw(chart with { PercentDecimals = 2 })));
        Assert.Contains("0.10（47%）", Texts(Draw(chart with { PercentDecimals = 0 })));
    }

    [Theory]
    [InlineData(0, 95205.29, 0, 100000, 20000)]
    [InlineData(0, 0, 0, 1, 1)]
    [InlineData(-25, 50, -40, 60, 20)]
    [InlineData(0, 0.01, 0, 0.01, 0.002)]
    public void AxisRunsFromRoundNumberToRoundNumber(double low, double high, double from, double to, double step)
    {
        var scale = AxisScale.For([(decimal)low, (decimal)high]);
        Assert.Equal(((decimal)from, (decimal)to, (decimal)step), (scale.Low, scale.High, scale.Step));
    }

    private static XElement Draw(ChartKind kind, string[] categories, params decimal?[] values) => Draw(new Chart(
        "c", kind, "图1：测试", "万元", categories,
        [new ChartSeries("金额", [.. values.Select(value => value is { } number ? Figure(number) : null)])]));

    private static Figure Figure(decimal value) => new(
        value.ToString("#,##0.##", CultureInfo.InvariantCulture) + "万元", value, "万元", new Origin("金额", null, null, []));

    private static XElement Draw(Chart chart)
    {
        using var output = new StringWriter();
        ChartSvg.Write(new HtmlWriter(output), chart, new Theme());
        return XElement.Parse(output.ToString());
    }

    private static List<string> Texts(XElement svg) => [.. svg.Descendants("text").Select(text => text.Value)];

    private static List<(double Y, double Height)> Boxes(XElement svg) =>
    [
        .. svg.Descendants("rect").Select(box => (
            double.Parse((string)box.Attribute("y")!, CultureInfo.InvariantCulture),
            double.Parse((string)box.Attribute("height")!, CultureInfo.InvariantCulture))),
    ];
}
