using FinalAccounts.Documents;
using FinalAccounts.Tests.Word;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Rendering.Pdf;

/// <summary>GB/T 9704-2012 measured: 版心 156 mm × 225 mm, 天头 37, 订口 28; 每面 22 行, 每行 28 字; 正文三号, 标题二号, 页码四号, 一字线上距版心下边缘 7 mm, 单页码居右空一字, 双页码居左空一字.</summary>
[Collection(PdfCollection.Name)]
public sealed class OfficialFormatTests(PdfFixture fixture)
{
    private const double Point = 25.4 / 72;
    private const double Half = 0.5;

    [Fact]
    public async Task ThePdfIsMeasuredAsTheStandardAsks()
    {
        var text = new Text(new string('国', 28 * 22 * 3));
        var document = WordSample.Of(new Heading(1, [new Text("标题")], "h") { Style = HeadingStyle.Part }, new Paragraph([text]));
        using var pdf = PdfDocument.Open((await fixture.Renderer.PrintAsync(document, new Theme())).Pdf.ToArray());

        Assert.Equal(22, Assert.Single(pdf.GetPage(1).Letters, letter => letter.Value == "标").PointSize, 1);
        // Two pages in the middle of a paragraph, an even and an odd one.
        foreach (var page in pdf.GetPages().Skip(1).Take(2))
        {
            var lines = page.Letters.Where(letter => letter.Value == "国").GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)).OrderByDescending(line => line.Key).ToList();
            Assert.Equal(22, lines.Count);
            Assert.All(lines, line => Assert.Equal(28, line.Count()));
            Assert.All(lines.SelectMany(line => line), letter => Assert.Equal(16, letter.PointSize, 1));
            Assert.Equal(28, lines.SelectMany(line => line).Min(letter => letter.StartBaseLine.X) * Point, Half);
            Assert.Equal(210 - 26, lines.SelectMany(line => line).Max(letter => letter.EndBaseLine.X) * Point, Half);
            // The middle of a line's type stands 0.38 em above its baseline, half a pitch from the line's edges.
            Assert.Equal(297 - 37, (lines[0].Key + (0.38 * 16) + (28.9 / 2)) * Point, Half);
            Assert.InRange((lines[^1].Key + (0.38 * 16) - (28.9 / 2)) * Point, 35, 36);
            Number(page);
        }
    }

    [Fact]
    public void TheWordFileSaysTheSameMeasures()
    {
        using var file = WordSample.Open();
        var section = WordSample.Body(file).Descendants<W.SectionProperties>().First(section =>
            section.GetFirstChild<W.PageSize>()!.Orient is null && section.GetFirstChild<W.PageMargin>()!.Top!.Value == Twips(37));
        var (sheet, margin) = (section.GetFirstChild<W.PageSize>()!, section.GetFirstChild<W.PageMargin>()!);
        Assert.Equal((Twips(210), Twips(297)), ((int)sheet.Width!.Value, (int)sheet.Height!.Value));
        Assert.Equal((Twips(37), Twips(35), Twips(28), Twips(26)), (margin.Top!.Value, margin.Bottom!.Value, (int)margin.Left!.Value, (int)margin.Right!.Value));
        var styles = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<W.Style>().ToDictionary(style => style.StyleName!.Val!.Value!);
        Assert.Equal(("32", "44", "28"), (Size("Normal"), Size("heading 1"), Size("footer")));
        var normal = styles["Normal"];
        var (width, pitch) = ((16 * 20) + normal.StyleRunProperties!.Spacing!.Val!.Value, int.Parse(normal.StyleParagraphProperties!.SpacingBetweenLines!.Line!.Value!, null));
        Assert.Equal((28, 22), (Twips(210 - 28 - 26) / width, Twips(297 - 37 - 35) / pitch));
        Assert.Equal(W.LineSpacingRuleValues.Exact, normal.StyleParagraphProperties.SpacingBetweenLines.LineRule!.Value);
        // The footer's box ends at the paper's edge side; its upper edge stands 7 mm below the type area.
        Assert.Equal(35 - 7, (margin.Footer!.Value / 20.0 * Point) + (18 * Point), 0.1);
        string Size(string style) => styles[style].StyleRunProperties!.FontSize!.Val!.Value!;
    }

    [Fact]
    public async Task NeighbouringMarksKeepACellEachAsInWordAndTheLastStopHangs()
    {
        // 26 characters on the first line, 28 on the second.
        var text = new string('国', 16) + "（类）：国“国”、国国" + new string('国', 24) + "（项）。";
        using var pdf = PdfDocument.Open((await fixture.Renderer.PrintAsync(WordSample.Of(new Paragraph([new Text(text)])), new Theme())).Pdf.ToArray());
        using var file = WordSample.Open();
        var normal = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<W.Style>().Single(style => style.StyleId == "Normal");
        var cell = 16 + (normal.StyleRunProperties!.Spacing!.Val!.Value / 20.0);

        var lines = pdf.GetPage(1).Letters.Where(letter => letter.PointSize > 15).GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)).OrderByDescending(line => line.Key).Select(line => line.ToList()).ToList();
        Assert.Equal([text[..26], text[26..]], lines.Select(line => string.Concat(line.Select(letter => letter.Value))));
        Assert.All(lines.SelectMany(line => line.Zip(line.Skip(1))), pair => Assert.Equal(cell, pair.Second.StartBaseLine.X - pair.First.StartBaseLine.X, 0.1));
    }

    private static void Number(Page page)
    {
        var letters = page.Letters.Where(letter => letter.StartBaseLine.Y * Point < 28 && !string.IsNullOrWhiteSpace(letter.Value)).ToList();
        Assert.Equal($"—{page.Number}—", string.Concat(letters.Select(letter => letter.Value)));
        Assert.All(letters, letter => Assert.Equal(14, letter.PointSize, 1));
        Assert.Equal(35 - 7, (letters[0].StartBaseLine.Y + (0.38 * 14) + 7) * Point, 0.2);
        var room = page.Number % 2 == 1 ? page.Width - letters[^1].EndBaseLine.X - (26 / Point) : letters[0].StartBaseLine.X - (28 / Point);
        Assert.Equal(14, room, Half);
    }

    private static int Twips(double millimetres) => (int)Math.Round(millimetres / Point * 20, MidpointRounding.AwayFromZero);
}
