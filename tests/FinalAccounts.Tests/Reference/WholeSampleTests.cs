using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Rendering.Word;
using FinalAccounts.Tests.Rendering.Html;
using FinalAccounts.Tests.Rendering.Pdf;
using FinalAccounts.Tests.Word;
using UglyToad.PdfPig;

namespace FinalAccounts.Tests.Reference;

/// <summary>The whole way on the real document: what was published comes out again, in every format.</summary>
[Collection(PdfCollection.Name)]
public sealed class WholeSampleTests(WholeSample sample, PdfFixture typesetting) : IClassFixture<WholeSample>
{
    private const double PublishedShare = 0.97;

    [Fact]
    public void OnlyTheErrorsOfThePublicationStopPublishing()
    {
        var errors = sample.Disclosure.Findings.Where(finding => finding.Severity >= Severity.Error).ToList();

        // #REF! in a total; 98.94 for 98.84 (the rule finds it in the table, the text in the sentence); 19 for 20 projects; 100% that is 99.43%; a form dated a year too early.
        // The form of 党校业务经费 lacks a row of 10 points in the extracted text (source/NOTES.md): 自评-5, 6 and 9 find the gap.
        Assert.Equal(
            [
                "IMP-55 整体自评表 B14", "TXT-01 整体自评结果 B6", "TXT-08 项目自评表 D19",
                "整体-1 绩效自评 B7", "绩效-2 绩效自评 B8", "绩效-5 绩效自评 B6", "自评-5 项目自评表 O23", "自评-6 项目绩效指标 G303",
                "自评-9 项目绩效指标 C303",
            ],
            errors.Select(error => $"{error.Rule} {error.Places[0].Sheet} {error.Places[0].Cell}").Order(StringComparer.Ordinal));
        Assert.False(sample.Disclosure.Publishable);
    }

    [Fact]
    public void PublishedCharactersStandInTheWordFile() => Covers(sample.WordText);

    [Fact]
    public void PublishedCharactersStandInThePdf() => Covers(sample.PdfText);

    [Fact]
    public void WordHtmlAndPdfSayTheSame()
    {
        var lines = DocumentLines.Of(sample.Document, sample.Rendered.Pages!)
            .SelectMany(line => line.Split('\n')).Select(ExpectedText.Bare).Where(line => line.Length > 0).ToList();
        Assert.True(lines.Count > 3_000, $"only {lines.Count} lines");
        StandInOrder("Word", lines, sample.WordText);
        StandInOrder("PDF", lines, sample.PdfText);
        Assert.Equal(
            ExpectedText.Of(sample.Document, pages: null, markers: false),
            HtmlText.Of(Encoding.UTF8.GetString(Html(pages: null))));
    }

    [Fact]
    public void EveryEntryOfTheContentsNamesThePageOfItsHeadingInThePdf()
    {
        using var pdf = PdfDocument.Open(sample.File(OutputFormats.Pdf));
        foreach (var heading in sample.Document.Blocks.OfType<Heading>().Where(heading => heading.InContents))
        {
            var page = sample.Rendered.Pages!.Pages[heading.Id];
            Assert.Contains(ExpectedText.Bare(ExpectedText.Of(heading.Inlines)), PageText(pdf.GetPage(page)), StringComparison.Ordinal);
            Assert.Contains($"{ExpectedText.Bare(heading.ContentsText ?? ExpectedText.Of(heading.Inlines))}{page}", sample.PdfText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheValidatorFindsNothingInTheWordFile()
    {
        using var file = WordSample.Open(sample.File(OutputFormats.Word));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public Task TheWebPageHasNoSeriousAxeFindings() =>
        AccessibilityTests.CheckAsync(typesetting, Encoding.UTF8.GetString(sample.File(OutputFormats.Html)), 1400, 1000);

    [Fact]
    public void EqualInputGivesEqualBytes()
    {
        var (accounts, disclosure) = sample.Run();
        Assert.Equal(AccountsJson.Write(sample.Accounts), AccountsJson.Write(accounts));
        HasTheFilesOf(disclosure.Document!);
    }

    private void HasTheFilesOf(Document document)
    {
        var (theme, pages) = (sample.Set.Set.Theme, sample.Rendered.Pages);
        Assert.Equal(sample.File(OutputFormats.Word), Bytes(stream => WordRenderer.Render(document, theme, pages, stream)));
        Assert.Equal(sample.File(OutputFormats.Html), Bytes(stream => HtmlRenderer.Render(document, theme, pages, stream)));
        Assert.Equal(sample.File(OutputFormats.Excel), Bytes(stream => ExcelRenderer.Render(document, stream)));
    }

    [Fact]
    public void TheCanonicalFormGivesTheSameFiles()
    {
        var read = Importer.Import(
            new ImportRequest { Json = new ImportFile("accounts.json", AccountsJson.Write(sample.Accounts)) }, sample.Set.Set, CancellationToken.None);
        var disclosure = Pipeline.Run(read.Value!, read.Findings, sample.Set, null, CancellationToken.None);

        Assert.Equal(
            sample.Disclosure.Findings.Where(finding => finding.Rule != "IMP-55").Select(Line), disclosure.Findings.Where(finding => finding.Rule != "IMP-55").Select(Line));
        HasTheFilesOf(disclosure.Document!);

        static string Line(Finding finding) => $"{finding.Severity} {finding.Rule} {finding.Message} {string.Join('、', finding.Places)}";
    }

    [Fact]
    public void EveryFigureOfTheDocumentHasAnOriginWithCells()
    {
        var figures = sample.Document.Blocks.SelectMany(Figures).ToList();
        Assert.True(figures.Count > 1_000, $"only {figures.Count} figures");
        Assert.Empty(figures.Where(figure => figure.Origin.Cells.Count == 0 || figure.Origin.Label.Length == 0).Select(figure => figure.Text));
    }

    private static IEnumerable<Figure> Figures(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Inlines.SelectMany(Figures),
        Heading heading => heading.Inlines.SelectMany(Figures),
        Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Inlines).SelectMany(Figures),
        Chart chart => chart.Series.SelectMany(series => series.Values).OfType<Figure>(),
        _ => [],
    };

    private static IEnumerable<Figure> Figures(Inline inline) => inline switch
    {
        Figure figure => [figure],
        Strong strong => strong.Inlines.SelectMany(Figures),
        _ => [],
    };

    private static void Covers(string text)
    {
        var (share, missing) = PublishedText.Coverage(text);
        Assert.True(share >= PublishedShare, $"{share:P2} of the published characters; missing: {string.Join(" | ", missing.OrderByDescending(unit => unit.Length).Take(40))}");
    }

    private static void StandInOrder(string format, List<string> lines, string text)
    {
        var position = 0;
        foreach (var line in lines)
        {
            var found = text.IndexOf(line, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{format}: “{line}” is missing after “{text[Math.Max(0, position - 40)..position]}”");
            position = found + line.Length;
        }
    }

    // Without what stands in the margins.
    private string PageText(UglyToad.PdfPig.Content.Page page)
    {
        var text = ExpectedText.Bare(string.Concat(page.Letters.Select(letter => letter.Value))).Replace($"—{page.Number}—", "");
        return page.Number > 1 && sample.Document.Metadata.DraftNotice is { } notice ? text.Replace(ExpectedText.Bare(notice), "") : text;
    }

    private byte[] Html(PageMap? pages) => Bytes(stream => HtmlRenderer.Render(sample.Document, sample.Set.Set.Theme, pages, stream));

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
