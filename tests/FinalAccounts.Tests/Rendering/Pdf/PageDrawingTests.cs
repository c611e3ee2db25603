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
    public async Task EachPlaceOfATemplateIsFoundWhereItsTextStands()
    {
        var theme = new Theme();
        var (first, figure, last) = (new Text(new string('字', 40) + "，"), new Figure("12.00", 12, "", new Origin("数", null, 12, [])), new Text("元，后面再写几个字。"));
        var list = new Text("一条");
        Document document = new(new DocumentMetadata("题", "单位", 2023, DateTimeOffset.UnixEpoch), [new Section(new PageSetup(),
        [
            new Heading(2, [new Text("标题")], "h") { Place = new Place("甲", Line: 1) },
            new Paragraph([first, figure, last]) { Place = new Place("甲", Line: 3) },
            new PageBreak(),
            new ListBlock(false, [[list]]) { Place = new Place("甲", Line: 5) },
        ])]);
        var places = new Dictionary<Inline, Place>(ReferenceEqualityComparer.Instance)
        {
            [first] = new("甲", Line: 3, Column: 1), [figure] = new("甲", Line: 3, Column: 42), [last] = new("甲", Line: 3, Column: 60), [list] = new("甲", Line: 5, Column: 1),
        };

        var drawn = await fixture.Renderer.DrawAsync(document, theme, most: 10, places);
        Assert.Equal(
            ["1,1 page 1", "3,1 page 1", "3,42 page 1", "3,60 page 1", "5,1 page 2"],
            drawn.Places.Select(place => $"{place.Place.Line},{place.Place.Column ?? 1} page {place.Page}"));

        // 28 letters a line, the first indented by two: the figure stands in the second line behind 15 letters, in the same line as what follows.
        var (start, number, behind) = (drawn.Places[1], drawn.Places[2], drawn.Places[3]);
        Assert.InRange(number.Y - start.Y, theme.LinePitch - 0.5, theme.LinePitch + 0.5);
        Assert.InRange(number.X - start.X, 13 * theme.BodySize - 16, 13 * theme.BodySize + 16);
        Assert.Equal(number.Y, behind.Y, 0.01);
        Assert.InRange(behind.X - number.X, 20, 60);
    }

    [Fact]
    public async Task MarkedTextIsSetAsTextWithoutMarks()
    {
        var document = fixture.Sample;
        var places = document.Blocks.OfType<Paragraph>().SelectMany(paragraph => paragraph.Inlines).Index()
            .ToDictionary(pair => pair.Item, pair => new Place("甲", Line: 1 + pair.Index, Column: 1), (IEqualityComparer<Inline>)ReferenceEqualityComparer.Instance);
        var (plain, marked) = (await fixture.Renderer.DrawAsync(document, new Theme(), most: 100), await fixture.Renderer.DrawAsync(document, new Theme(), most: 100, places));
        Assert.NotEmpty(marked.Places);
        Assert.Equal(plain.Count, marked.Count);
        foreach (var (without, with) in plain.Pages.Zip(marked.Pages))
        {
            Assert.Equal(Lines(without), Lines(with));
        }
    }

    // How many letters stand on each line of a page.
    private static List<string> Lines(string page) =>
        [.. XDocument.Parse(page).Descendants(Svg + "use").GroupBy(use => Math.Round(use.Ancestors(Svg + "g").Select(Shift).Sum(), 1)).OrderBy(line => line.Key).Select(line => $"{line.Key}: {line.Count()}")];

    private static double Shift(XElement group) => ((string?)group.Attribute("transform"))?.Split('(', ')', ',', ' ').Where(part => part.Length > 0).ToList() switch
    {
        ["translate", _, var y] => double.Parse(y, System.Globalization.CultureInfo.InvariantCulture),
        ["matrix", .., var y] => double.Parse(y, System.Globalization.CultureInfo.InvariantCulture),
        _ => 0,
    };

    [Fact]
    public async Task WhatCannotBePrintedIsNotDrawn()
    {
        var document = new Document(new DocumentMetadata("题", "单位", 2023, DateTimeOffset.UnixEpoch), [new Section(new PageSetup(), [new Paragraph([new Text("\U000F1234")])])]);
        await Assert.ThrowsAsync<RenderingException>(() => fixture.Renderer.DrawAsync(document, new Theme(), most: 2));
    }
}
