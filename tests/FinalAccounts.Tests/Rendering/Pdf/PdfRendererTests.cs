using System.Diagnostics;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Layout;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Tests.Rendering.Html;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace FinalAccounts.Tests.Rendering.Pdf;

[Collection(PdfCollection.Name)]
public sealed class PdfRendererTests(PdfFixture fixture)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    private readonly Document sample = fixture.Sample;
    private readonly PrintResult printed = fixture.Printed;

    [Fact]
    public void FileIsSoundForQpdf()
    {
        var file = Path.Combine(Path.GetTempPath(), $"finalaccounts-test-{Environment.ProcessId}.pdf");
        File.WriteAllBytes(file, printed.Pdf.ToArray());
        try
        {
            using var qpdf = Process.Start(new ProcessStartInfo("qpdf", ["--check", file]) { RedirectStandardOutput = true })!;
            var output = qpdf.StandardOutput.ReadToEnd();
            qpdf.WaitForExit();
            Assert.True(qpdf.ExitCode == 0, output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void FileIsTaggedAndNamesLanguageTitleAndTime()
    {
        using var pdf = Open();
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        Assert.True(catalog.ContainsKey(NameToken.Create("StructTreeRoot")));
        Assert.Equal("zh-CN", ((StringToken)catalog.Data["Lang"]).Data);
        Assert.Equal(sample.Metadata.Title, pdf.Information.Title);
        Assert.Equal("D:20240929010000Z", pdf.Information.CreationDate);
        Assert.Equal("D:20240929010000Z", pdf.Information.ModifiedDate);
    }

    [Fact]
    public void BookmarksAreTheHeadings()
    {
        using var pdf = Open();
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(
            sample.Blocks.OfType<Heading>().Select(heading => ExpectedText.Bare(ExpectedText.Of(heading.Inlines))),
            bookmarks.GetNodes().Select(node => ExpectedText.Bare(node.Title)));
    }

    [Fact]
    public void EveryHeadingStandsOnThePageThatTheMapAndTheContentsName()
    {
        using var pdf = Open();
        var contents = Text(pdf.GetPage(2));
        foreach (var heading in sample.Blocks.OfType<Heading>())
        {
            var text = ExpectedText.Bare(ExpectedText.Of(heading.Inlines));
            var page = printed.Pages.Pages[heading.Id];
            Assert.Contains(text, Text(pdf.GetPage(page)), StringComparison.Ordinal);
            if (heading.InContents)
            {
                Assert.Contains(ExpectedText.Bare(heading.ContentsText ?? text) + page, contents, StringComparison.Ordinal);
            }
        }
        Assert.Equal(pdf.NumberOfPages, printed.Pages.PageCount);
    }

    [Fact]
    public void TextOfThePagesIsTheTextOfTheDocument()
    {
        using var pdf = Open();
        Assert.Equal(ExpectedText.Of(PagedDocument.Of(sample, new Theme()), printed.Pages, markers: true), ExpectedText.Bare(TaggedText.Of(pdf)));
    }

    [Fact]
    public void PageNumbersStandOutsideAndNotOnTheCover()
    {
        using var pdf = Open();
        Assert.Equal("", Margin(pdf.GetPage(1), bottom: true));
        foreach (var page in pdf.GetPages().Skip(1))
        {
            Assert.Equal($"—{page.Number}—", Margin(page, bottom: true));
            Assert.Equal("草稿，不得公开", Margin(page, bottom: false));
            var dash = page.Letters.First(letter => letter.Value == "—" && IsMargin(page, letter, bottom: true));
            // Of a landscape page the foot of the bound sheet is the left edge, its right side the lower one.
            Assert.Equal(page.Number % 2 == 1, page.Width > page.Height ? dash.StartBaseLine.Y < page.Height / 2 : dash.StartBaseLine.X > page.Width / 2);
        }
    }

    [Fact]
    public void BodyPageHas22LinesOf28Characters()
    {
        using var pdf = Open();
        var pages = pdf.GetPages().Where(page => page.Number > 3 && page.Height > page.Width).Select(page => page.Letters
            .Where(letter => letter.PointSize is > 15 and < 17 && !IsMargin(page, letter, true) && !IsMargin(page, letter, false))
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).ToList()).ToList();
        // A page has a line less where the last one would stand alone.
        var lines = pages.MaxBy(page => page.Count)!;
        Assert.Equal(22, lines.Count);
        // A full-width mark at the end of a line gives up its empty half; its glyph still counts it.
        var width = lines.SelectMany(line => line).Where(letter => !char.IsPunctuation(letter.Value[0])).Max(letter => letter.EndBaseLine.X) - lines.SelectMany(line => line).Min(letter => letter.StartBaseLine.X);
        Assert.InRange(width / (15.8 * 28), 0.985, 1.005);
    }

    [Fact]
    public void WideTablesLieOnLandscapePages()
    {
        using var pdf = Open();
        Assert.True(pdf.GetPage(1).Height > pdf.GetPage(1).Width);
        var landscape = sample.Sections.First(section => section.Page.Orientation == PageOrientation.Landscape).Blocks.OfType<Heading>().First();
        var page = pdf.GetPage(printed.Pages.Pages[landscape.Id]);
        Assert.True(page.Width > page.Height);
    }

    [Fact]
    public void AllFontsAreEmbedded()
    {
        using var list = Process.Start(new ProcessStartInfo("pdffonts", ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        list.StandardInput.BaseStream.Write(printed.Pdf.Span);
        list.StandardInput.Close();
        var fonts = list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        list.WaitForExit();
        Assert.Contains(fonts, font => font.Contains("LiberationSerif", StringComparison.Ordinal));
        // name, type, encoding, then emb, sub, uni.
        Assert.All(fonts, font => Assert.Matches(@" yes (yes|no )  ?(yes|no ) +\d+ +0$", font.TrimEnd()));
    }

    [Fact]
    public async Task EqualInputGivesEqualBytes()
    {
        var again = await fixture.Renderer.PrintAsync(sample, new Theme());
        Assert.Equal(printed.Pdf.ToArray(), again.Pdf.ToArray());
    }

    [Fact]
    public void SubstitutedFontsAreReported() =>
        Assert.Equal(PdfFixture.Fonts.Choose(new ThemeFonts()).Substitutions, printed.Warnings);

    private PdfDocument Open() => PdfDocument.Open(printed.Pdf.ToArray());

    private static string Text(Page page) => ExpectedText.Bare(string.Concat(page.Letters
        .Where(letter => !IsMargin(page, letter, bottom: true) && !IsMargin(page, letter, bottom: false)).Select(letter => letter.Value)));

    private static string Margin(Page page, bool bottom) => ExpectedText.Bare(string.Concat(page.Letters
        .Where(letter => IsMargin(page, letter, bottom)).Select(letter => letter.Value)));

    private static bool IsMargin(Page page, Letter letter, bool bottom)
    {
        var theme = new Theme();
        var margins = page.Width > page.Height ? theme.LandscapeMargins : theme.Margins;
        return bottom && page.Width > page.Height ? letter.StartBaseLine.X < margins.Left * PointsPerMillimetre - 1
            : bottom
            ? letter.StartBaseLine.Y < margins.Bottom * PointsPerMillimetre
            : letter.StartBaseLine.Y > page.Height - (margins.Top * PointsPerMillimetre);
    }
}
