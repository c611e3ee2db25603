using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Pdf;
using FinalAccounts.Tests.Rendering.Pdf;

namespace FinalAccounts.Tests.Rendering;

public sealed class DisclosureRendererTests
{
    [Fact]
    public async Task WebPageAndWorkbookNeedNoBrowser()
    {
        await using var pdf = new PdfRenderer(new PrintOptions { BrowserPath = "/nowhere/chromium" }, PdfFixture.Fonts);
        var renderer = new DisclosureRenderer(pdf);

        var rendered = await renderer.RenderAsync(SampleDocument.Create(), new Theme(), OutputFormats.Html | OutputFormats.Excel, null, null, default);

        Assert.Equal([".html", ".xlsx"], rendered.Files.Select(file => file.Extension));
        Assert.Null(rendered.Pages);
        await Assert.ThrowsAsync<RenderingException>(() => renderer.RenderAsync(SampleDocument.Create(), new Theme(), OutputFormats.Word, null, null, default));
    }

    [Fact]
    public async Task ADocumentTooLongToBeLaidOutHasNoPdfAndAWordFileWithoutPageNumbers()
    {
        await using var pdf = new PdfRenderer(new PrintOptions { BrowserPath = "/nowhere/chromium" }, PdfFixture.Fonts);
        var renderer = new DisclosureRenderer(pdf);
        var row = new TableRow([new TableCell([new Text("一")])]);
        var document = new Document(
            new DocumentMetadata("题", "单位", 2023, DateTimeOffset.UnixEpoch),
            [new Section(new PageSetup(), [new Table("t", [new TableColumn(1)], [], [.. Enumerable.Repeat(row, PdfRenderer.MostRows + 1)]) { SheetName = "公开01表" }])]);

        var rendered = await renderer.RenderAsync(document, new Theme(), OutputFormats.All ^ OutputFormats.Pdf, null, null, default);
        var error = await Assert.ThrowsAsync<RenderingException>(() => renderer.RenderAsync(document, new Theme(), OutputFormats.All, null, null, default));

        Assert.Equal([".docx", ".html", ".xlsx"], rendered.Files.Select(file => file.Extension));
        Assert.Contains("更新目录", Assert.Single(rendered.Warnings), StringComparison.Ordinal);
        Assert.False(error.MayPass);
        Assert.Contains("共有10,001行，超过排版的上限10,000行", error.Message, StringComparison.Ordinal);
    }
}
