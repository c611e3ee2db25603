using System.Xml.Linq;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;

namespace FinalAccounts.Tests.Rendering.Pdf;

/// <summary>Single pages as drawings.</summary>
[Collection(PdfCollection.Name)]
public sealed class PageDrawingTests(PdfFixture fixture)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task EachPageIsADrawingOfItsOwnOnItsSheet()
    {
        var drawn = await fixture.Renderer.DrawAsync(fixture.Sample, new Theme(), most: 1000);

        Assert.Equal(fixture.Printed.Pages.PageCount, drawn.Count);
        Assert.Equal(drawn.Count, drawn.Pages.Count);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(fixture.Printed.Pdf.ToArray());
        foreach (var (index, page) in drawn.Pages.Index())
        {
            var sheet = pdf.GetPage(index + 1);
            var size = ((string)XDocument.Parse(page).Root!.Attribute("viewBox")!).Split(' ').Select(double.Parse).ToList();
            Assert.Equal((sheet.Width, sheet.Height), (size[2], size[3]), (left, right) => Math.Abs(left.Item1 - right.Item1) < 0.01 && Math.Abs(left.Item2 - right.Item2) < 0.01);
        }
    }

    [Fact]
    public async Task ADrawingHasAsManyLettersAsThePageAndNamesNothingOutside()
    {
        var drawn = await fixture.Renderer.DrawAsync(fixture.Sample, new Theme(), most: 1000);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(fixture.Printed.Pdf.ToArray());
        foreach (var (index, page) in drawn.Pages.Index())
        {
            var root = XDocument.Parse(page).Root!;
            var uses = root.Descendants(Svg + "use").Select(use => (string)use.Attribute("href")!).ToList();
            Assert.Equal(pdf.GetPage(index + 1).Letters.Count(letter => !string.IsNullOrWhiteSpace(letter.Value)), uses.Count, (printed, shown) => Math.Abs(printed - shown) <= shown / 20);
            Assert.Empty(uses.Except(root.Descendants(Svg + "symbol").Select(symbol => "#" + (string)symbol.Attribute("id")!)));
            Assert.Empty(root.Descendants().Select(element => element.Name.LocalName).Distinct().Except(["g", "path", "use", "defs", "symbol", "clipPath"]));
            Assert.Equal([], root.Descendants().Attributes().Where(attribute => attribute.Value.Contains("://", StringComparison.Ordinal) || attribute.Value.Contains("url(http", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task AtMostTheAskedPagesAreDrawn()
    {
        var drawn = await fixture.Renderer.DrawAsync(fixture.Sample, new Theme(), most: 2);
        Assert.Equal(2, drawn.Pages.Count);
        Assert.Equal(fixture.Printed.Pages.PageCount, drawn.Count);
    }

    [Fact]
    public async Task WhatCannotBePrintedIsNotDrawn()
    {
        var document = new Document(new DocumentMetadata("题", "单位", 2023, DateTimeOffset.UnixEpoch), [new Section(new PageSetup(), [new Paragraph([new Text("\U000F1234")])])]);
        await Assert.ThrowsAsync<RenderingException>(() => fixture.Renderer.DrawAsync(document, new Theme(), most: 2));
    }
}
