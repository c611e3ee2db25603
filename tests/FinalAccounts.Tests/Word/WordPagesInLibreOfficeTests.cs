using FinalAccounts.Documents;
using FinalAccounts.Rendering.Word;
using FinalAccounts.Tests.Rendering.Html;
using FinalAccounts.Tests.Rendering.Pdf;
using FinalAccounts.Tests.Rendering.Pdf.Conformance;
using UglyToad.PdfPig;

namespace FinalAccounts.Tests.Word;

/// <summary>The Word file's pages, as LibreOffice makes them, beside those of the PDF, whose numbers its contents say.</summary>
[Collection(PdfCollection.Name)]
public sealed class WordPagesInLibreOfficeTests(PdfFixture fixture)
{
    // Gaps between Chinese and figures, which LibreOffice sets whatever the file says, move three headings of the long one (decision 0008).
    [FullFact]
    public async Task LibreOfficeHasAsManyPagesAsThePdfAndTheHeadingsWhereTheContentsSay()
    {
        foreach (var (name, moved) in new[] { (ConformingDocuments.Wuhan, 3), (ConformingDocuments.Shanghai, 0), ("sichuan-2024/0", 0), ("yunnan-2023/0", 0) })
        {
            var ((document, theme), pages) = (ConformingDocuments.Read(name), (await fixture.PrintedAsync(name)).Pages);
            using var word = new MemoryStream();
            WordRenderer.Render(document, theme, pages, word);
            using var read = PdfDocument.Open(await LibreOffice.ConvertAsync(word.ToArray(), "word.docx", "pdf"));
            var texts = read.GetPages().Select(page => ExpectedText.Bare(string.Concat(page.Letters.Select(letter => letter.Value)))).ToList();

            Assert.Equal((name, pages.PageCount), (name, texts.Count));
            var elsewhere = document.Blocks.OfType<Heading>().Where(heading => !texts[pages.Pages[heading.Id] - 1].Contains(ExpectedText.Bare(ExpectedText.Of(heading.Inlines)), StringComparison.Ordinal)).ToList();
            Assert.True(elsewhere.Count <= moved, $"{name}: {string.Join(", ", elsewhere.Select(heading => ExpectedText.Of(heading.Inlines)))}");
        }
    }
}
