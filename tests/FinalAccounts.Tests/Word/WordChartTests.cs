using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Documents;
using C = DocumentFormat.OpenXml.Drawing.Charts;
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
            "图1：收、支决算总计变动情况（万元）。收入总计：2022年度 80,780.74，2023年度 95,205.29；支出总计：2022年度 无，2023年度 95,205.29。",
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

    private static IEnumerable<ChartPart> Parts(WordprocessingDocument file) =>
        WordSample.Body(file).Descendants<C.ChartReference>().Select(reference => (ChartPart)file.MainDocumentPart!.GetPartById(reference.Id!));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
