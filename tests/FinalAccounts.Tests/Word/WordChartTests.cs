using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Drawing;
using FinalAccounts.Rendering.Word;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using C15 = DocumentFormat.OpenXml.Office2013.Drawing.Chart;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Word;

public sealed class WordChartTests
{
    private static readonly List<Chart> Charts = WordSample.Document.Blocks.OfType<Chart>().ToList();

    [Fact]
    public void CachedValuesAreTheFigures()
    {
        using var file = WordSample.Open();
        foreach (var (chart, part) in Charts.Zip(Parts(file)))
        {
            var series = part.ChartSpace.Descendants<C.Values>().ToList();
            Assert.Equal(chart.Series.Count, series.Count);
            foreach (var (expected, values) in chart.Series.Zip(series))
            {
                Assert.Equal(
                    expected.Values.Index().Where(pair => pair.Item is not null).Select(pair => ((uint)pair.Index, pair.Item!.Value)),
                    values.Descendants<C.NumericPoint>().Select(point => (point.Index!.Value, Number(point.InnerText))));
            }
        }
    }

    [Fact]
    public void TheWorkbookBehindTheChartHoldsTheSameFiguresWhereTheFormulasPoint()
    {
        using var file = WordSample.Open();
        foreach (var (chart, part) in Charts.Zip(Parts(file)))
        {
            using var data = part.EmbeddedPackagePart!.GetStream();
            using var copy = new MemoryStream();
            data.CopyTo(copy);
            using var book = SpreadsheetDocument.Open(copy, isEditable: false);
            var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
            Assert.Equal("Sheet1", book.WorkbookPart.Workbook.Descendants<S.Sheet>().Single().Name!.Value);
            for (var series = 0; series < chart.Series.Count; series++)
            {
                var column = (char)('B' + series);
                Assert.Equal($"Sheet1!${column}$2:${column}${chart.Categories.Count + 1}", part.ChartSpace.Descendants<C.Values>().ElementAt(series).Descendants<C.Formula>().Single().Text);
                for (var row = 0; row < chart.Categories.Count; row++)
                {
                    var cell = sheet.Descendants<S.Cell>().SingleOrDefault(cell => cell.CellReference == $"{column}{row + 2}");
                    Assert.Equal(chart.Series[series].Values[row]?.Value, cell?.CellValue is { } value ? Number(value.Text) : null);
                }
            }
        }
    }

    [Fact]
    public void AChartSaysItsFiguresInWordsAndStaysWithItsCaption()
    {
        using var file = WordSample.Open();
        var drawing = WordSample.Body(file).Descendants<D.DocProperties>().First();
        Assert.Equal(
            $"图1：收、支决算总计变动情况。{ChartDrawing.Description(Charts[0])}",
            drawing.Description!.Value);
        var paragraph = drawing.Ancestors<W.Paragraph>().Single();
        Assert.Equal("图1：收、支决算总计变动情况", paragraph.NextSibling()!.InnerText);
    }

    [Fact]
    public void ASliceOfZeroHasNoLabelAndStaysInTheData()
    {
        using var file = WordSample.Open();
        var pie = Parts(file).Last().ChartSpace;
        Assert.Equal(2u, pie.Descendants<C.DataLabel>().Single(label => label.GetFirstChild<C.Delete>() is not null).Index!.Val!.Value);
        Assert.Equal(3, pie.Descendants<C.NumericPoint>().Count());
    }

    [Fact]
    public void UnitAndLabelsAreThoseOfTheDrawing()
    {
        using var file = WordSample.Open();
        foreach (var (chart, part) in Charts.Zip(Parts(file)))
        {
            var drawn = Drawn(chart);
            var space = part.ChartSpace;
            Assert.Equal(drawn[0], space.Descendants<C.Title>().Single().InnerText);
            var labels = chart.Kind == ChartKind.Pie
                ? space.Descendants<C.DataLabel>().SelectMany(label => label.Descendants<A.Paragraph>()).Select(line => line.InnerText)
                : space.Descendants<C.Values>().SelectMany(values => values.Descendants<C.NumericPoint>()
                    .Select(point => Number(point.InnerText).ToString(values.Descendants<C.FormatCode>().Single().Text, CultureInfo.InvariantCulture)));
            Assert.All(labels, label => Assert.Contains(label, drawn));
            Assert.NotEmpty(labels);
        }
    }

    [Fact]
    public void APiesLabelsAreReckonedInItsWorkbookFromTheValues()
    {
        using var file = WordSample.Open();
        var part = Parts(file).Last();
        using var book = SpreadsheetDocument.Open(part.EmbeddedPackagePart!.GetStream(), isEditable: false);
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.Cell>().Where(cell => cell.CellFormula is not null).ToList();

        Assert.Equal("Sheet1!$C$2:$C$4", part.ChartSpace.Descendants<C15.Formula>().Single().Text);
        Assert.Equal(part.ChartSpace.Descendants<C15.DataLabelsRangeChache>().Single().Descendants<C.NumericValue>().Select(text => text.Text), cells.Select(cell => cell.CellValue!.Text));
        Assert.Equal("IF(B2=0,\"\",TEXT(B2,\"#,##0.00\")&\"（\"&TEXT(B2/SUM(B$2:B$4),\"0.0%\")&\"）\")", cells[0].CellFormula!.Text);
    }

    [Fact]
    public void APieWithANegativePartIsColumnsAsInTheOtherFormats()
    {
        var pie = Charts.Last();
        var lowered = pie with { Series = [pie.Series[0] with { Values = [.. pie.Series[0].Values.Select(figure => figure is null ? null : figure with { Value = -figure.Value })] }] };
        using var output = new MemoryStream();
        WordRenderer.Render(WordSample.Document with { Sections = [new Section(new PageSetup(), [lowered])] }, new Theme(), null, output);
        using var file = WordprocessingDocument.Open(output, isEditable: false);

        Assert.Single(file.MainDocumentPart!.ChartParts.Single().ChartSpace.Descendants<C.BarChart>());
    }

    private static List<string> Drawn(Chart chart)
    {
        using var svg = new StringWriter();
        ChartDrawing.Draw(new SvgDrawing(svg), chart, new Theme());
        return [.. XElement.Parse($"<svg>{svg}</svg>").Descendants("text").Select(text => text.Value)];
    }

    private static IEnumerable<ChartPart> Parts(WordprocessingDocument file) =>
        WordSample.Body(file).Descendants<C.ChartReference>().Select(reference => (ChartPart)file.MainDocumentPart!.GetPartById(reference.Id!));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
